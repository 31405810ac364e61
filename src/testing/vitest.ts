import { type TestAPI, test as vitestTest } from 'vitest';
import { type Localyun, startLocalyun } from '../index.ts';
import type { TestServerOptions } from './index.ts';
import { type LeakPolicy, openTest, type TestLocalyun } from './test-localyun.ts';

export type { TestServerOptions } from './index.ts';
export type { LeakedNetworkInterface } from './leaks.ts';
export { NetworkInterfacesLeaked } from './network-interfaces-leaked.ts';
export type { LeakPolicy, TestLocalyun } from './test-localyun.ts';

/** What is added to the context of a test. */
export interface LocalyunFixtures {
  /** An account of the test's own on the worker's server. What it leaves behind is looked for when the test has passed. */
  readonly localyun: TestLocalyun;
  /** The server of the worker, started when the first test asks for it. */
  readonly localyunServer: Localyun;
  /** `test.override({ localyunLeaks: 'ignore' })` switches the look for leaks off, for a file or a `describe`. */
  readonly localyunLeaks: LeakPolicy;
}

/** Vitest's `test` with the fixture `localyun`, on a server that runs with these options. */
export function localyunTest({ leaks = 'fail', ...options }: TestServerOptions = {}): TestAPI<LocalyunFixtures> {
  return vitestTest.extend<LocalyunFixtures>({
    localyunLeaks: leaks,
    localyunServer: [
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
      async ({}, use) => {
        const server = await startLocalyun(options);
        await use(server);
        await server.close();
      },
      { scope: 'worker' },
    ],
    localyun: async ({ localyunServer, localyunLeaks, task }, use) => {
      const { localyun, finish } = openTest(localyunServer, localyunLeaks);
      // Those of earlier attempts stay when a test is tried again.
      const errors = () => task.result?.errors?.length ?? 0;
      const before = errors();
      await use(localyun);
      // A test that has failed says more by that than by what it could not clean up.
      if (errors() === before) await finish();
    },
  });
}

/** Vitest's `test` with the fixture `localyun`: a server in memory for the worker, an account for each test. */
export const test: TestAPI<LocalyunFixtures> = localyunTest();
