import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A yardstick for PostgreSQL: the simple updates of its own pgbench, 32 clients, on the same server. */
export interface Pgbench {
  /** Transactions a second over `seconds`. */
  measure(seconds: number): Promise<number>;
  /** Takes its tables away. */
  stop(): Promise<void>;
}

/** Makes its tables, a million rows. Answers nothing where the command is not installed. */
export async function startPgbench(databaseUrl: string): Promise<Pgbench | undefined> {
  const command = findCommand();
  if (command === undefined) return undefined;
  await run(command, ['--initialize', '--quiet', '--scale=10', databaseUrl]);
  return {
    async measure(seconds) {
      const clients = ['--client=32', '--jobs=2', '--protocol=prepared'];
      const { stdout } = await run(command, ['--skip-some-updates', ...clients, `--time=${seconds}`, databaseUrl]);
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    },
    async stop() {
      await run(command, ['--initialize', '--init-steps=d', databaseUrl]);
    },
  };
}

/** Debian has it beside the server. */
function findCommand(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => `${debian}/${version}/bin`)];
  return folders.map((folder) => `${folder}/pgbench`).find((file) => existsSync(file));
}
