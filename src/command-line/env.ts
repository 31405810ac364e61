import { type Command, InvalidArgumentError, Option } from 'commander';
import { builtInKey } from '../access/account.ts';
import { defaultRegionId, regions } from '../operation/regions.ts';
import { defaults } from '../options.ts';
import { type ClientName, clientNames, clients } from './clients/index.ts';
import { findAt } from './health.ts';
import type { Settings, Variables } from './settings.ts';
import { assignmentLines, exportLines } from './shell.ts';
import { urlHost } from './url-host.ts';
import { wholeNumber } from './whole-number.ts';

interface EnvFlags {
  readonly client?: ClientName;
  readonly shell?: boolean;
  readonly host: string;
  readonly port: number;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly region: string;
  readonly https?: boolean;
  readonly dataDir: string;
}

/** Addresses that a server listens on and no client can call. */
const everyAddress: readonly string[] = ['0.0.0.0', '::', ''];

/** Adds `localyun env`. */
export function addEnvCommand(program: Command, fail: (error: unknown) => never): void {
  program
    .command('env')
    .description('print what points clients at a server')
    .addOption(
      new Option('--client <name>', 'the client to print a file, program or commands for').choices(clientNames),
    )
    .option('--shell', 'print lines for: eval "$(localyun env --shell)"')
    .addOption(new Option('--host <address>', 'where the server is').default(defaults.host).env('LOCALYUN_HOST'))
    .addOption(
      new Option('--port <number>', 'its port')
        .default(defaults.port)
        .env('LOCALYUN_PORT')
        .argParser(wholeNumber(1, 65_535)),
    )
    .option('--access-key-id <id>', `the access key; ${builtInKey}-NAME is an account of its own`, oneLine, builtInKey)
    .option('--access-key-secret <secret>', 'its secret', oneLine, builtInKey)
    .addOption(
      new Option('--region <id>', 'the region')
        .choices(regions.map(({ regionId }) => regionId))
        .default(defaultRegionId),
    )
    .option('--https', 'speak https, trusting the authority of the data directory')
    .addOption(
      new Option('--data-dir <folder>', 'with --https: where the server keeps its state')
        .default(defaults.dataDir)
        .env('LOCALYUN_DATA_DIR'),
    )
    .action((flags: EnvFlags) => printEnvironment(flags).catch(fail));
}

async function printEnvironment(flags: EnvFlags): Promise<void> {
  const settings = await settingsOf(flags);
  process.stdout.write(environmentText(settings, flags));
  // The settings are good before the server is there, so what is found is only remarked on.
  const found = await findAt(settings.endpoint);
  if (found === 'nothing') remark(`nothing answers at ${settings.endpoint} yet; localyun start makes it serve`);
  if (found === 'other') remark(`what answers at ${settings.endpoint} is not Localyun`);
}

function remark(text: string): void {
  process.stderr.write(`localyun: ${text}\n`);
}

function oneLine(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new InvalidArgumentError('must be one line of text.');
  return text;
}

async function settingsOf(flags: EnvFlags): Promise<Settings> {
  const host = everyAddress.includes(flags.host) ? defaults.host : flags.host;
  return {
    endpoint: `${urlHost(host)}:${flags.port}`,
    accessKeyId: flags.accessKeyId,
    accessKeySecret: flags.accessKeySecret,
    regionId: flags.region,
    caFile: flags.https === true ? await certificateAuthority(flags.dataDir) : undefined,
  };
}

async function certificateAuthority(dataDir: string): Promise<string> {
  const { ensureCertificateAuthority } = await import('../gateway/transport/certificates.ts');
  return ensureCertificateAuthority(dataDir);
}

/**
 * The text for one client, or the variables of one or all of them.
 * @param flags without a client, those of all; `shell` asks for `export` lines
 */
export function environmentText(
  settings: Settings,
  { client, shell = false }: { readonly client?: ClientName | undefined; readonly shell?: boolean | undefined },
): string {
  if (shell) return exportLines(client === undefined ? everyVariable(settings) : clients[client].variables(settings));
  return client === undefined ? assignmentLines(everyVariable(settings)) : clients[client].text(settings);
}

/** The variables of all clients; none of them has another value for another client. */
function everyVariable(settings: Settings): Variables {
  return Object.assign({}, ...Object.values(clients).map((client) => client.variables(settings)));
}
