#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addConfigCommand } from './command-line/config.ts';
import { readConfiguration } from './command-line/configuration.ts';
import { ConfigurationRefused } from './command-line/configuration-refused.ts';
import { addEnvCommand } from './command-line/env.ts';
import { addServerFlags } from './command-line/server-flags.ts';
import { urlHost } from './command-line/url-host.ts';
import { defaults } from './options.ts';
import { version } from './version.ts';

/** Exit codes: what was asked is wrong, and what was asked cannot be done here. */
const badUsage = 2;
const cannotRun = 1;

type Flags = Readonly<Record<string, unknown>>;

const program = new Command('localyun')
  .description('A local Alibaba Cloud control plane for elastic network interfaces.')
  .version(version)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : badUsage));

addServerFlags(
  program.command('start', { isDefault: true }).description('serve on one port, http and https alike'),
).action(start);

addServerFlags(program.command('ca').description('print the path of the local CA certificate, made at first use'), [
  'dataDir',
]).action(printCertificateAuthority);

addConfigCommand(program, fail);
addEnvCommand(program, fail);

const [first] = process.argv.slice(2);
if (first !== undefined && !first.startsWith('-') && !program.commands.some((known) => known.name() === first)) {
  process.stderr.write(`error: unknown command '${first}'; localyun --help lists the commands\n`);
  process.exit(badUsage);
}
await program.parseAsync();

async function start(flags: Flags): Promise<void> {
  try {
    const { values, place } = await readConfiguration({ flags, environment: process.env });
    const { memory: _, seed: seedFile, dataDir = defaults.dataDir, databaseUrl, ...options } = values;
    const seed = seedFile === undefined ? undefined : await readSeed(seedFile);
    const { startServer } = await import('./server.ts');
    const server = await startServer({
      ...options,
      dataDir: place === 'dataDir' ? dataDir : undefined,
      databaseUrl: place === 'databaseUrl' ? databaseUrl : undefined,
      // Wherever the state is kept, `localyun ca` names the authority of the server.
      certificateDir: dataDir,
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

async function printCertificateAuthority(flags: Flags): Promise<void> {
  try {
    const { values } = await readConfiguration({ flags, environment: process.env });
    const { ensureCertificateAuthority } = await import('./gateway/transport/certificates.ts');
    process.stdout.write(`${await ensureCertificateAuthority(values.dataDir ?? defaults.dataDir)}\n`);
  } catch (error) {
    fail(error);
  }
}

/** Says what is wrong, in a line as a rule; a stack trace only for what should not happen. */
function fail(error: unknown): never {
  const known = ['StoreRefused', 'ListenError', 'SeedRefused', 'CertificateError', 'ConfigurationRefused', 'Error'];
  const isKnown = error instanceof Error && known.includes(error.name);
  process.stderr.write(`localyun: ${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(error instanceof ConfigurationRefused ? badUsage : cannotRun);
}
