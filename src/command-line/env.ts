import { type Command, InvalidArgumentError, Option } from 'commander';
import { builtInKey } from '../access/account.ts';
import { defaultRegionId, regions } from '../operation/regions.ts';
import { defaults } from '../options.ts';
import { callable } from './callable.ts';
import { type ClientName, clientNames, clients } from './clients/index.ts';
import { readConfiguration } from './configuration.ts';
import { ConfigurationRefused } from './configuration-refused.ts';
import { findAt } from './health.ts';
import { addServerFlags } from './server-flags.ts';
import type { Settings, Variables } from './settings.ts';
import { assignmentLines, exportLines } from './shell.ts';

interface EnvFlags {
  readonly client?: ClientName;
  readonly shell?: boolean;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly region: string;
  readonly https?: boolean;
}

/** Adds `localyun env`. */
export function addEnvCommand(program: Command, fail: (error: unknown) => never): void {
  const command = program
    .command('env')
    .description('print what points clients at a server')
    .addOption(
      new Option('--client <name>', 'the client to print a file, program or commands for').choices(clientNames),
    )
    .option('--shell', 'print lines for: eval "$(localyun env --shell)"')
    .option('--access-key-id <id>', `the access key; ${builtInKey}-NAME is an account of its own`, oneLine, builtInKey)
    .option('--access-key-secret <secret>', 'its secret', oneLine, builtInKey)
    .addOption(
      new Option('--region <id>', 'the region')
        .choices(regions.map(({ regionId }) => regionId))
        .default(defaultRegionId),
    )
    .option('--https', 'speak https, trusting the authority of the data directory')
    .action((flags: EnvFlags) => printEnvironment(flags).catch(fail));
  addServerFlags(command, ['host', 'port', 'dataDir']);
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
  const { values, origins } = await readConfiguration({ flags: { ...flags }, environment: process.env });
  if (values.port === 0) {
    const where = origins.get('port')?.at;
    throw new ConfigurationRefused(`${where}: 0 is any free port; say the server's, a whole number from 1 to 65535`);
  }
  return {
    endpoint: callable(values),
    accessKeyId: flags.accessKeyId,
    accessKeySecret: flags.accessKeySecret,
    regionId: flags.region,
    caFile: flags.https === true ? await certificateAuthority(values.dataDir ?? defaults.dataDir) : undefined,
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
export function everyVariable(settings: Settings): Variables {
  return Object.assign({}, ...Object.values(clients).map((client) => client.variables(settings)));
}
