import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A PostgreSQL of its own, which nobody else misses while it is away. */
export interface PostgresProcess {
  readonly databaseUrl: string;
  /** Ends every session at once, as a crash does, and comes back. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const script = join(import.meta.dirname, '../../.ci/with-postgres');
const sayWhere = 'echo "$LOCALYUN_TEST_DATABASE_URL"; echo "$LOCALYUN_TEST_POSTGRES_CONTROL"; cat > /dev/null';

export async function startPostgres(): Promise<PostgresProcess> {
  const { LOCALYUN_TEST_POSTGRES_PORT: _, ...env } = process.env;
  const child = spawn(script, ['sh', '-c', sayWhere], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === 2) break;
  }
  const [databaseUrl, control] = said;
  if (databaseUrl === undefined || control === undefined) throw new Error('no PostgreSQL could be started');
  return {
    databaseUrl,
    restart: () => run([...control.split(' '), '-m', 'immediate', 'restart']),
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

async function run([command = '', ...args]: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
