import { type Localyun, startLocalyun } from '../index.ts';
import type { LocalyunOptions } from '../options.ts';
import { type LeakPolicy, openTest, type TestLocalyun } from './test-localyun.ts';

export type { LeakedNetworkInterface } from './leaks.ts';
export { NetworkInterfacesLeaked } from './network-interfaces-leaked.ts';
export type { LeakPolicy, TestLocalyun } from './test-localyun.ts';

/** How the server of some tests is to run, and what they may leave behind. */
export interface TestServerOptions extends LocalyunOptions {
  /** `fail` unless given: a test that leaves network interfaces behind fails, and names them. */
  readonly leaks?: LeakPolicy;
}

/** A server for the tests of a file or a process, under any test framework. */
export interface TestServer {
  readonly server: Localyun;
  /**
   * Makes the function of a test: it gives the work an account of its own, and looks for what it left behind.
   * @param leaks another policy than that of the server, for this test
   */
  withAccount(
    work: (localyun: TestLocalyun) => Promise<void> | void,
    options?: { readonly leaks?: LeakPolicy },
  ): () => Promise<void>;
  close(): Promise<void>;
}

/** Starts a server in this process: in memory and on a free port, unless the options say otherwise. */
export async function startTestServer({ leaks = 'fail', ...options }: TestServerOptions = {}): Promise<TestServer> {
  const server = await startLocalyun(options);
  return {
    server,
    withAccount:
      (work, { leaks: own = leaks } = {}) =>
      async () => {
        const { localyun, finish } = openTest(server, own);
        await work(localyun);
        await finish();
      },
    close: () => server.close(),
  };
}
