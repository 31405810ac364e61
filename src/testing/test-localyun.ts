import { checkChoice } from '../check-options.ts';
import type { Localyun } from '../index.ts';
import type { LocalyunAccount } from '../library/account.ts';
import { type LeakedNetworkInterface, leakedNetworkInterfaces } from './leaks.ts';
import { NetworkInterfacesLeaked } from './network-interfaces-leaked.ts';

/** What happens when a test leaves network interfaces behind. */
export type LeakPolicy = 'fail' | 'ignore';

const leakPolicies: readonly LeakPolicy[] = ['fail', 'ignore'];

/** What one test uses: an account of its own on a server that other tests use too. */
export interface TestLocalyun extends LocalyunAccount {
  /** The server, with everything that can be done to it; its clock is that of every test. */
  readonly server: Localyun;
  /** The network interfaces of the account that are attached to nothing and not being deleted. */
  leaks(): Promise<readonly LeakedNetworkInterface[]>;
  /** For a test that means to leave some: they are not looked for when it ends. */
  ignoreLeaks(): void;
}

/** A test's part of a server, and what is to be called when the test has succeeded. */
export interface OpenedTest {
  readonly localyun: TestLocalyun;
  /** @throws NetworkInterfacesLeaked when there are some, unless they are to be ignored */
  finish(): Promise<void>;
}

/**
 * Gives a test an account that nobody else has.
 * @throws ConfigurationRefused when the policy is none
 */
export function openTest(server: Localyun, policy: LeakPolicy): OpenedTest {
  checkChoice('leaks', leakPolicies, policy);
  const account = server.account();
  let current = policy;
  const leaks = () => leakedNetworkInterfaces(server, account.accountId);
  return {
    localyun: {
      ...account,
      server,
      leaks,
      ignoreLeaks: () => {
        current = 'ignore';
      },
    },
    async finish() {
      if (current === 'ignore') return;
      const left = await leaks();
      if (left.length > 0) throw new NetworkInterfacesLeaked(left);
    },
  };
}
