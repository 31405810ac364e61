import { findAccountId } from '../../access/listed-accounts.ts';
import { type ListedKey, listKeys } from '../../access/listed-keys.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface AccessKeyLevers {
  /**
   * The access keys of an account, secrets and all.
   * @param account its id, or an access key id of it; an account of a built-in name is made
   * @throws ControlRefused when there is no such account
   */
  accessKeys(account: string): Promise<readonly ListedKey[]>;
}

export function createAccessKeyLevers({ store, clock, directory }: LeverParts): AccessKeyLevers {
  return {
    async accessKeys(account) {
      const known = await store.read((tx) => findAccountId(tx, account));
      const accountId = known ?? (await directory.find(account, Date.now()))?.account.accountId;
      if (accountId === undefined) throw new ControlRefused(`account: there is no account of ${account}`, 404);
      return store.read((tx) => listKeys(tx, accountId, clock.nowMs()));
    },
  };
}
