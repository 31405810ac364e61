import { type ListedKey, listKeys } from '../../access/listed-keys.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface AccessKeyLevers {
  /**
   * The access keys of an account, secrets and all.
   * @param account the access key id of its root; an account of a built-in name is made
   * @throws ControlRefused when there is no such account
   */
  accessKeys(account: string): Promise<readonly ListedKey[]>;
}

export function createAccessKeyLevers({ store, clock, directory }: LeverParts): AccessKeyLevers {
  return {
    async accessKeys(account) {
      const identity = await directory.find(account, Date.now());
      if (identity === undefined) throw new ControlRefused(`account: there is no account of the key ${account}`, 404);
      const { accountId } = identity.account;
      return store.read((tx) => listKeys(tx, accountId, clock.nowMs()));
    },
  };
}
