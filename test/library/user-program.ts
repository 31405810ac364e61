import {
  ControlRefused,
  ControlUnreachable,
  connectLocalyun,
  type Localyun,
  type LocalyunAccount,
  type LocalyunLevers,
  type RemoteLocalyun,
  startLocalyun,
} from '../../src/index.ts';

/** What a user of the library writes; the test compiles it against the published types, and runs it. */
export async function useLocalyun(): Promise<readonly string[]> {
  await using localyun = await startLocalyun({ transitions: 'manual', logLevel: 'error' });
  return [...(await useServer(localyun)), ...(await useElsewhere(localyun.endpoint))];
}

async function useServer(localyun: Localyun): Promise<readonly string[]> {
  const { now }: { now: string } = await localyun.clock.advance(1_000);
  await localyun.reset();
  await localyun.reset('1000000000000001');
  await localyun.seed({ accounts: [{ accessKeyId: 'localyun-user' }] });
  const account: LocalyunAccount = localyun.account('user');
  const added = await localyun.accounts.add();
  const quota = await localyun.quotas.set({ name: 'vpcs', value: 3 });
  const inOne: number = (await localyun.quotas.set({ name: 'vpcs', region: 'cn-beijing', value: null })).value;
  const text: string = await localyun.metrics();
  await localyun.snapshots.save('before');
  const file = await localyun.snapshots.export('before');
  await localyun.snapshots.import('copy', file);
  const { accounts } = await localyun.accounts.list();
  const users: number = accounts.reduce((sum, { users }) => sum + users, 0);
  return [now, account.accountId, added.accessKeyId, quota.name, typeof inOne, typeof text, typeof users];
}

async function useElsewhere(endpoint: string): Promise<readonly string[]> {
  const remote: RemoteLocalyun = await connectLocalyun(endpoint, { controlToken: 'unused' });
  const status = await refusalOf(remote);
  const nowhere = await connectLocalyun('127.0.0.1:1').catch((error: unknown) => error);
  return [String(status), String(nowhere instanceof ControlUnreachable), `${remote.host} ${remote.port}`];
}

async function refusalOf({ networkInterfaces }: LocalyunLevers): Promise<number> {
  try {
    await networkInterfaces.fix('eni-none', { slaveCount: 1 });
  } catch (error) {
    if (error instanceof ControlRefused) return error.status;
  }
  return 0;
}

/** What the types refuse. */
export async function misuse({ clock, quotas, accounts, snapshots }: LocalyunLevers): Promise<void> {
  // @ts-expect-error milliseconds are a number
  await clock.advance('1000');
  // @ts-expect-error and there is no other member
  await clock.advance(1, { unit: 'ms' });
  // @ts-expect-error there is no such quota
  await quotas.set({ name: 'wishes', value: 3 });
  // @ts-expect-error the value is missing
  await quotas.set({ name: 'vpcs' });
  // @ts-expect-error there is no such member of an account
  (await accounts.list()).accounts[0]?.password;
  // @ts-expect-error a snapshot has a name
  await snapshots.save();
  // @ts-expect-error what is for browsers only is no function of the library
  await (clock as LocalyunLevers).explorer.sign({});
}
