import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startServer } from '../../src/server.ts';
import { testDatabaseUrl } from './localyun.ts';

/** A server whose state fails it after it has started. */
export interface FailingState {
  readonly port: number;
  /** From here on the state cannot be written; on SQLite only once its file has reached the permitted size. */
  breakState(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server on the engine of the suite whose disk is small, or whose way to the database can be cut. */
export function startWithFailingState(): Promise<FailingState> {
  const databaseUrl = testDatabaseUrl();
  return databaseUrl === undefined ? startOnSmallDisk() : startBehindProxy(databaseUrl);
}

/** No file of this process grows beyond it; the empty state has about half. */
const fileLimitKiB = 2048;

async function startOnSmallDisk(): Promise<FailingState> {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-small-disk-'));
  const cli = ['--import', 'tsx', 'src/cli.ts', 'start', '--port', '0', '--transitions', 'manual'];
  const child = spawn(
    'bash',
    ['-c', `ulimit -f ${fileLimitKiB} && exec "$0" "$@"`, process.execPath, ...cli, '--data-dir', folder],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return {
    port: await portOf(child),
    async breakState() {},
    async close() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const port = /^localyun ready on .*:(\d+)$/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('the server ended before it served');
}

async function startBehindProxy(databaseUrl: string): Promise<FailingState> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  const proxy = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.pipe(upstream).pipe(client);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const proxied = new URL(databaseUrl);
  proxied.port = String((proxy.address() as net.AddressInfo).port);
  const server = await startServer({
    port: 0,
    transitions: 'manual',
    logLevel: 'silent',
    databaseUrl: proxied.toString(),
  });
  const cut = async () => {
    const closed = proxy.listening ? once(proxy, 'close') : undefined;
    proxy.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port: server.port,
    breakState: cut,
    async close() {
      await cut();
      await server.close();
    },
  };
}
