import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { LocalyunOptions } from '../../src/options.ts';
import { type Server, startServer } from '../../src/server.ts';
import { TestAccount } from './test-account.ts';

/** A server for the tests of one file, on the engine the suite runs on. */
export interface TestLocalyun {
  readonly server: Server;
  readonly port: number;
  /** A fresh account of its own; with a name, the same one again. */
  account(name?: string): TestAccount;
  /** Moves the manual clock on and applies what is due. */
  advance(milliseconds: number): Promise<void>;
}

/** Where the tests' PostgreSQL is; undefined when the suite runs on SQLite. */
export function testDatabaseUrl(): string | undefined {
  if (process.env.LOCALYUN_TEST_ENGINE !== 'postgresql') return undefined;
  const url = process.env.LOCALYUN_TEST_DATABASE_URL;
  if (url === undefined) throw new Error('LOCALYUN_TEST_DATABASE_URL is not set');
  return `${url}${url.includes('?') ? '&' : '?'}schema=test_${randomBytes(8).toString('hex')}`;
}

/** Addresses that a test asks for are never those that a server has given by chance before, or always. */
const randomSeed = Number(process.env.LOCALYUN_TEST_RANDOM_SEED ?? 1);

/** Starts a server before the tests of a file and stops it after them: manual clock, strict, on a free port. */
export function startTestLocalyun(options: LocalyunOptions = {}): TestLocalyun {
  let server: Server | undefined;
  const running = (): Server => {
    if (server === undefined) throw new Error('the server is not started yet');
    return server;
  };
  beforeAll(async () => {
    server = await startServer({
      port: 0,
      transitions: 'manual',
      logLevel: 'error',
      randomSeed,
      databaseUrl: testDatabaseUrl(),
      ...options,
    });
  });
  afterAll(async () => {
    await server?.close();
  });
  const localyun: TestLocalyun = {
    get server() {
      return running();
    },
    get port() {
      return running().port;
    },
    account(name = randomBytes(6).toString('hex')) {
      return new TestAccount(localyun, name);
    },
    async advance(milliseconds) {
      await running().levers.advance(milliseconds);
    },
  };
  return localyun;
}
