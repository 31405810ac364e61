#!/usr/bin/env node
import { Command } from 'commander';
import { addConfigCommand } from './command-line/config.ts';
import { readConfiguration } from './command-line/configuration.ts';
import { ConfigurationRefused } from './command-line/configuration-refused.ts';
import { addDoctorCommand } from './command-line/doctor.ts';
import { addEnvCommand } from './command-line/env.ts';
import { exitCodes } from './command-line/exit-codes.ts';
import { readSeedFile } from './command-line/seed-file.ts';
import { addServerFlags } from './command-line/server-flags.ts';
import { urlHost } from './command-line/url-host.ts';
import { ControlRefused } from './control/control-refused.ts';
import { defaults } from './options.ts';
import { version } from './version.ts';

/** Errors whose message says it all. */
const known: ReadonlySet<string> = new Set([
  'CertificateError',
  'ConfigurationRefused',
  'ControlRefused',
  'ControlUnreachable',
  'Error',
  'ListenError',
  'SeedRefused',
  'StoreRefused',
]);

type Flags = Readonly<Record<string, unknown>>;

// Whoever reads what is printed may have enough of it: `localyun errors list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new Command('localyun')
  .description('A local Alibaba Cloud control plane for elastic network interfaces.')
  .version(version)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exitCodes.badUsage));

addServerFlags(
  program.command('start', { isDefault: true }).description('serve on one port, http and https alike'),
).action(start);

addServerFlags(program.command('ca').description('print the path of the local CA certificate, made at first use'), [
  'dataDir',
]).action(printCertificateAuthority);

addConfigCommand(program, fail);
addDoctorCommand(program, fail);
addEnvCommand(program, fail);

const [first] = process.argv.slice(2);
const isOwn = program.commands.some((known) => known.name() === first);
// Starting a server waits for nothing that only the other commands need.
if (!isOwn && first !== undefined && (!first.startsWith('-') || /^(-h|--help)$/.test(first))) {
  const { addControlCommands } = await import('./command-line/control/commands.ts');
  addControlCommands(program, fail);
}
if (first !== undefined && !first.startsWith('-') && !program.commands.some((known) => known.name() === first)) {
  process.stderr.write(`error: unknown command '${first}'; localyun --help lists the commands\n`);
  process.exit(exitCodes.badUsage);
}
await program.parseAsync();

async function start(flags: Flags): Promise<void> {
  try {
    const { values, place } = await readConfiguration({ flags, environment: process.env });
    const { memory: _, seed: seedFile, dataDir = defaults.dataDir, databaseUrl, ...options } = values;
    const seed = seedFile === undefined ? undefined : await readSeedFile(seedFile);
    let close = async (): Promise<void> => undefined;
    // Also before it serves: the first process of a container is not ended by a signal that it does not take.
    stopOnSignals(() => close());
    const { startServer } = await import('./server.ts');
    const server = await startServer({
      // A variable that is set to nothing counts as not set.
      tracesEndpoint:
        process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || process.env.OTEL_EXPORTER_OTLP_ENDPOINT || undefined,
      ...options,
      dataDir: place === 'dataDir' ? dataDir : undefined,
      databaseUrl: place === 'databaseUrl' ? databaseUrl : undefined,
      // Wherever the state is kept, `localyun ca` names the authority of the server.
      certificateDir: dataDir,
      ...(seed === undefined ? {} : { seed }),
    });
    close = () => server.close();
    process.stdout.write(`localyun ready on http://${urlHost(server.host)}:${server.port}\n`);
  } catch (error) {
    fail(error);
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
  const isKnown = error instanceof Error && known.has(error.name);
  process.stderr.write(`localyun: ${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  const isBadUsage = error instanceof ConfigurationRefused || (error instanceof ControlRefused && error.status === 400);
  process.exit(isBadUsage ? exitCodes.badUsage : exitCodes.cannotRun);
}
