import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type ServerProcess, startServerProcess } from '../crash/server-process.ts';
import { builtCommand } from '../support/built-command.ts';
import { call, type Parameters, type Product, type WireAnswer } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';

/** Servers are started one after another, on a machine that may be busy with other tests. */
export const longestMs = 120_000;

/** The built command and a folder, for the tests of one file. */
export interface Scene {
  readonly cli: string;
  readonly folder: string;
  /** A server on a data directory; it ends with the file's tests, unless before. */
  start(directory: string, ...flags: readonly string[]): Promise<ServerProcess>;
}

/** @param name of the folder */
export function startScene(name: string): Scene {
  const folder = mkdtempSync(join(tmpdir(), `localyun-${name}-`));
  let cli = '';
  const running: ServerProcess[] = [];
  beforeAll(async () => {
    cli = await builtCommand();
  }, 60_000);
  afterAll(async () => {
    for (const server of running) await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get cli() {
      return cli;
    },
    folder,
    async start(directory, ...flags) {
      const server = await startServerProcess(cli, ['--data-dir', directory, '--log-level', 'error', ...flags]);
      running.push(server);
      return server;
    },
  };
}

const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };

/** The answer to one call in Hangzhou by the built-in account, whatever it is. */
export function ask(
  { port }: ServerProcess,
  product: Product,
  action: string,
  parameters: Parameters,
): Promise<WireAnswer> {
  return call(port, key, product, action, { RegionId: 'cn-hangzhou', ...parameters });
}

/** The body of a call that must succeed. */
export async function ok(
  server: ServerProcess,
  product: Product,
  action: string,
  parameters: Parameters,
): Promise<Body> {
  const { status, text } = await ask(server, product, action, parameters);
  if (status !== 200) throw new Error(`${action} was refused: ${status} ${text}`);
  return JSON.parse(text) as Body;
}
