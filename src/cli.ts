#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { addEnvCommand } from './command-line/env.ts';
import { urlHost } from './command-line/url-host.ts';
import { wholeNumber } from './command-line/whole-number.ts';
import { transitionProfiles } from './engine/transitions.ts';
import { defaults, type LocalyunOptions } from './options.ts';
import { version } from './version.ts';

/** Exit codes: what was asked is wrong, and what was asked cannot be done here. */
const badUsage = 2;
const cannotRun = 1;

interface StartFlags {
  readonly host: string;
  readonly port: number;
  readonly dataDir?: string;
  readonly memory?: boolean;
  readonly databaseUrl?: string;
  readonly transitions: NonNullable<LocalyunOptions['transitions']>;
  readonly auth: NonNullable<LocalyunOptions['auth']>;
  readonly denialCode: NonNullable<LocalyunOptions['denialCode']>;
  readonly seed?: string;
  readonly randomSeed?: number;
  readonly nextTokenOnLastPage?: boolean;
  readonly controlToken?: string;
  readonly logLevel: NonNullable<LocalyunOptions['logLevel']>;
}

const program = new Command('localyun')
  .description('A local Alibaba Cloud control plane for elastic network interfaces.')
  .version(version)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : badUsage));

program
  .command('start', { isDefault: true })
  .description('serve on one port, http and https alike')
  .addOption(new Option('--host <address>', 'address to listen on').default(defaults.host).env('LOCALYUN_HOST'))
  .addOption(
    new Option('--port <number>', 'port to listen on, 0 for any free one')
      .default(defaults.port)
      .env('LOCALYUN_PORT')
      .argParser(wholeNumber(0, 65_535)),
  )
  .addOption(
    new Option('--data-dir <folder>', `where the state is kept (default: ${defaults.dataDir})`).env(
      'LOCALYUN_DATA_DIR',
    ),
  )
  .addOption(new Option('--memory', 'keep the state in memory only').conflicts(['dataDir', 'databaseUrl']))
  .addOption(
    new Option('--database-url <url>', 'keep the state in PostgreSQL: postgres://user:password@host/database')
      .env('LOCALYUN_DATABASE_URL')
      .conflicts('dataDir'),
  )
  .addOption(
    new Option('--transitions <profile>', 'how long attaching, detaching, deleting... take')
      .choices(transitionProfiles)
      .default(defaults.transitions)
      .env('LOCALYUN_TRANSITIONS'),
  )
  .addOption(
    new Option('--auth <mode>', 'whether signatures are checked')
      .choices(['strict', 'off'])
      .default(defaults.auth)
      .env('LOCALYUN_AUTH'),
  )
  .addOption(
    new Option('--denial-code <code>', 'what ECS answers to a call that policies deny')
      .choices(['Forbidden.RAM', 'Forbidden.SubUser'])
      .default(defaults.denialCode)
      .env('LOCALYUN_DENIAL_CODE'),
  )
  .addOption(
    new Option('--seed <file>', 'YAML file of accounts, quotas, RAM users and roles to start with').env(
      'LOCALYUN_SEED',
    ),
  )
  .addOption(
    new Option('--random-seed <number>', 'repeat the ids and addresses of a run').argParser(
      wholeNumber(0, 2 ** 32 - 1),
    ),
  )
  .addOption(
    new Option(
      '--next-token-on-last-page',
      'give the last page of a list a NextToken too, to an empty page after it',
    ).env('LOCALYUN_NEXT_TOKEN_ON_LAST_PAGE'),
  )
  .addOption(
    new Option(
      '--control-token <token>',
      'what calls of the control API must bring along; needed where --host is not loopback',
    ).env('LOCALYUN_CONTROL_TOKEN'),
  )
  .addOption(
    new Option('--log-level <level>', 'what is logged on standard error')
      .choices(['silent', 'error', 'warn', 'info', 'debug'])
      .default(defaults.logLevel)
      .env('LOCALYUN_LOG_LEVEL'),
  )
  .action(start);

program
  .command('ca')
  .description('print the path of the local CA certificate, made at first use')
  .addOption(
    new Option('--data-dir <folder>', 'where the state is kept').default(defaults.dataDir).env('LOCALYUN_DATA_DIR'),
  )
  .action(printCertificateAuthority);

addEnvCommand(program, fail);

const [first] = process.argv.slice(2);
if (first !== undefined && !first.startsWith('-') && !program.commands.some((known) => known.name() === first)) {
  process.stderr.write(`error: unknown command '${first}'; localyun --help lists the commands\n`);
  process.exit(badUsage);
}
await program.parseAsync();

async function start(flags: StartFlags): Promise<void> {
  const { memory, seed: seedFile, dataDir: folder, ...options } = flags;
  try {
    const inMemory = memory === true || options.databaseUrl !== undefined;
    const seed = seedFile === undefined ? undefined : await readSeed(seedFile);
    const { startServer } = await import('./server.ts');
    const server = await startServer({
      ...options,
      dataDir: inMemory ? undefined : (folder ?? defaults.dataDir),
      // Wherever the state is kept, `localyun ca` names the authority of the server.
      certificateDir: folder ?? defaults.dataDir,
      ...(seed === undefined ? {} : { seed }),
    });
    stopOnSignals(() => server.close());
    process.stdout.write(`localyun ready on http://${urlHost(server.host)}:${server.port}\n`);
  } catch (error) {
    fail(error);
  }
}

async function readSeed(file: string): Promise<unknown> {
  const { parse } = await import('yaml');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read the seed file ${file}: ${(error as Error).message}`);
  }
  try {
    return parse(text) ?? {};
  } catch (error) {
    throw new Error(`the seed file ${file} is not YAML: ${(error as Error).message}`);
  }
}

function stopOnSignals(close: () => Promise<void>): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      (error) => fail(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function printCertificateAuthority({ dataDir }: { dataDir: string }): Promise<void> {
  try {
    const { ensureCertificateAuthority } = await import('./gateway/transport/certificates.ts');
    process.stdout.write(`${await ensureCertificateAuthority(dataDir)}\n`);
  } catch (error) {
    fail(error);
  }
}

/** Says in one line what is wrong; a stack trace only for what should not happen. */
function fail(error: unknown): never {
  const known = ['StoreRefused', 'ListenError', 'SeedRefused', 'CertificateError', 'Error'];
  const isKnown = error instanceof Error && known.includes(error.name);
  process.stderr.write(`localyun: ${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(cannotRun);
}
