import { builtInKey } from '../../access/account.ts';
import { impliedAccount, makeAccount } from '../../access/directory.ts';
import { findAccountId } from '../../access/listed-accounts.ts';
import { type QuotaValue, readQuotaValues, setQuotaValue } from '../../access/quota-values.ts';
import type { QuotaName } from '../../operation/context.ts';
import { forget, keep, type Transaction } from '../../store/store.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

/** A quota as it is to be; a null value takes back what was set. */
export interface WantedQuota {
  /** By its id or the id of its root's access key; the default account without one. */
  readonly account?: string | undefined;
  readonly name: QuotaName;
  /** Without one the value holds for every region that has none of its own. */
  readonly region?: string | undefined;
  readonly value: number | null;
}

export interface QuotaLevers {
  readonly quotas: {
    list(account: string | undefined): Promise<readonly QuotaValue[]>;
    /** Answers the quota as it is then, in that region or for all. */
    set(wanted: WantedQuota): Promise<QuotaValue>;
  };
}

export function createQuotaLevers({ store, clock, directory, engine }: LeverParts): QuotaLevers {
  /** Accounts of built-in names are made at their first use, and this is one. */
  async function accountId(tx: Transaction, account: string): Promise<string | undefined> {
    const found = await findAccountId(tx, account);
    const implied = impliedAccount(account);
    if (found !== undefined || implied === undefined) return found;
    await makeAccount(tx, implied, clock.nowMs());
    return implied.accountId;
  }

  const noAccount = (account: string) =>
    new ControlRefused(
      `account: there is no account ${account}; it is named as localyun-NAME or, once it was used, by its id`,
      404,
    );

  return {
    quotas: {
      async list(account = builtInKey) {
        await engine.catchUp();
        await engine.settle();
        const values = await store.read(async (tx) => {
          const id = (await findAccountId(tx, account)) ?? impliedAccount(account)?.accountId;
          return id === undefined ? undefined : readQuotaValues(tx, id);
        });
        if (values === undefined) throw noAccount(account);
        return values;
      },

      async set({ account = builtInKey, ...wanted }) {
        const value = await store.write(async (tx) => {
          const id = await accountId(tx, account);
          if (id === undefined) return forget(undefined);
          await setQuotaValue(tx, id, wanted);
          const values = await readQuotaValues(tx, id);
          // A region whose value was taken back, and that has used nothing, has what holds for all.
          const ofAll = values.find(({ name, region }) => name === wanted.name && region === undefined);
          return keep(values.find(({ name, region }) => name === wanted.name && region === wanted.region) ?? ofAll);
        });
        if (value === undefined) throw noAccount(account);
        directory.forget();
        return value;
      },
    },
  };
}
