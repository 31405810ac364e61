import { randomBytes } from 'node:crypto';
import { builtInKey } from '../../access/account.ts';
import { impliedAccount, makeAccount } from '../../access/directory.ts';
import { findAccountId, type ListedAccount, listAccounts } from '../../access/listed-accounts.ts';
import { forget, keep } from '../../store/store.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

/** What calls for an account are signed with. */
export interface AccountCredentials {
  readonly id: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

export interface AccountLevers {
  readonly accounts: {
    list(): Promise<readonly ListedAccount[]>;
    /**
     * Makes a fresh account `localyun-NAME`.
     * @param name without one it is a name that nobody else has
     * @throws ControlRefused when the name is none, or is that of an account already
     */
    add(name: string | undefined): Promise<AccountCredentials>;
  };
}

export function createAccountLevers({ store, clock, engine, directory }: LeverParts): AccountLevers {
  return {
    accounts: {
      async list() {
        await engine.catchUp();
        await engine.settle();
        return store.read(listAccounts);
      },

      async add(name = randomBytes(8).toString('hex')) {
        const account = impliedAccount(`${builtInKey}-${name}`);
        if (account === undefined) {
          throw new ControlRefused(`name: must be 1 to 64 letters, digits, ".", "_" and "-", not "${name}"`);
        }
        const isNew = await store.write(async (tx) => {
          if ((await findAccountId(tx, account.accountId)) !== undefined) return forget(false);
          await makeAccount(tx, account, clock.nowMs());
          return keep(true);
        });
        if (!isNew) throw new ControlRefused(`name: there is an account ${account.name} already`, 409);
        directory.forget();
        return { id: account.accountId, accessKeyId: account.name, accessKeySecret: builtInKey };
      },
    },
  };
}
