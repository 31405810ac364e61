import { afterAll, beforeAll, describe } from 'vitest';
import type { LocalyunOptions } from '../../src/options.ts';
import { type Server, startServer } from '../../src/server.ts';
import { PostgresStore } from '../../src/store/postgres.ts';
import { referenceCheck } from '../model/checks/references.ts';
import { checkRows } from '../model/checks/rows.ts';
import { type TestLocalyun, testDatabaseUrl } from '../support/localyun.ts';
import { TestAccount } from '../support/test-account.ts';

/** Several servers on one PostgreSQL. */
export interface TestNodes {
  readonly databaseUrl: string;
  /** One of them, from 0. */
  node(index: number): Server;
  /** The account as the client of one of the servers. */
  account(name: string, index: number): TestAccount;
}

/** Tests of several servers: only where the suite runs on PostgreSQL. */
export const describeNodes = describe.skipIf(testDatabaseUrl() === undefined);

/** Looks into the state itself: references, counts, addresses. */
export async function checkState(databaseUrl: string): Promise<void> {
  const store = await PostgresStore.open(databaseUrl);
  try {
    const checkReferences = await referenceCheck(store);
    await store.read(async (tx) => {
      await checkRows(tx);
      await checkReferences(tx);
    });
  } finally {
    await store.close();
  }
}

/** Starts servers before the tests of a suite and stops them after it. */
export function startNodes(count: number, options: LocalyunOptions = {}): TestNodes {
  const databaseUrl = testDatabaseUrl() ?? '';
  const servers: Server[] = [];
  beforeAll(async () => {
    for (let index = 0; index < count; index += 1) {
      servers.push(await startServer({ port: 0, transitions: 'manual', logLevel: 'error', databaseUrl, ...options }));
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });
  const node = (index: number): Server => {
    const server = servers[index % count];
    if (server === undefined) throw new Error('the server is not started yet');
    return server;
  };
  const accountAt = (name: string, index: number) => {
    const localyun: TestLocalyun = {
      get server() {
        return node(index);
      },
      get port() {
        return node(index).port;
      },
      account: (other = name) => accountAt(other, index),
      async advance(milliseconds) {
        await node(index).levers.advance(milliseconds);
      },
    };
    return new TestAccount(localyun, name);
  };
  return { databaseUrl, node, account: accountAt };
}
