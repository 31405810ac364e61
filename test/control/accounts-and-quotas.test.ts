import { beforeAll, describe, expect, it } from 'vitest';
import { connectLocalyun, type RemoteLocalyun } from '../../src/index.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { call } from '../support/signed-client.ts';

const RegionId = 'cn-hangzhou';
const localyun = startTestLocalyun();
let control: RemoteLocalyun;
beforeAll(async () => {
  control = await connectLocalyun(`http://127.0.0.1:${localyun.port}`);
});

describe('an account', () => {
  it('is named by its id or its name, wherever only its own is meant', async () => {
    const owner = localyun.account();
    const { vpcId } = await owner.network();
    for (const account of [owner.accountId, owner.accessKeyId]) {
      const { requests } = await control.requests.list({ account });
      expect(requests.map((request) => request.account)).toContain(owner.accountId);
      const { events } = await control.events.list({ account, resource: vpcId });
      expect(events[0]).toMatchObject({ account: owner.accountId });
      expect(await control.accessKeys.list(account)).toMatchObject({ accessKeys: [{ name: '', kind: 'root' }] });
    }
    await control.transitionFaults.add({
      resourceType: 'vpc',
      kind: 'create',
      outcome: 'stick',
      accountId: owner.accessKeyId,
    });
    expect(await control.faults.list()).toMatchObject({ faults: [{ account: owner.accountId, effect: 'stick' }] });
    await control.faults.clear();
    await control.reset(owner.accessKeyId);
    expect((await owner.ok('Vpc', 'DescribeVpcs', { RegionId })).TotalCount).toBe(0);
    await expect(control.reset('nobody')).rejects.toMatchObject({ status: 400 });
    const fault = control.faults.add({ effect: 'hang', account: 'nobody' });
    await expect(fault).rejects.toMatchObject({ status: 400, message: expect.stringContaining('"nobody"') });
  });
});

describe('accounts', () => {
  it('are made once, and their keys sign calls', async () => {
    const made = await control.accounts.add('team-a');
    expect(made).toEqual({
      id: expect.stringMatching(/^2\d{15}$/),
      accessKeyId: 'localyun-team-a',
      accessKeySecret: 'localyun',
    });
    const { text } = await call(localyun.port, made, 'Sts', 'GetCallerIdentity', {});
    expect(JSON.parse(text).AccountId).toBe(made.id);
    await expect(control.accounts.add('team-a')).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('localyun-team-a'),
    });
    await expect(control.accounts.add('no spaces')).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('no spaces'),
    });
  });

  it('are listed with their users and how much they have', async () => {
    const account = localyun.account();
    const network = await account.network();
    await account.createNetworkInterface(network);
    await account.createNetworkInterface(network);
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    const { accounts } = await control.accounts.list();
    expect(accounts.find(({ id }) => id === account.accountId)).toEqual({
      id: account.accountId,
      accessKeyId: account.accessKeyId,
      createdAt: expect.any(String),
      users: 1,
      resources: { networkInterfaces: 2, securityGroups: 1, vpcs: 1, vSwitches: 1, routeTables: 1 },
    });
  });
});

describe('quotas', () => {
  const vpc = { RegionId, CidrBlock: '10.0.0.0/8' };

  it('hold as soon as they are set, for all regions or for one, until they are taken back', async () => {
    const account = localyun.account();
    const set = (value: number | null, region?: string) =>
      control.quotas.set({
        account: account.accessKeyId,
        name: 'vpcs',
        value,
        ...(region === undefined ? {} : { region }),
      });
    const ofVpcs = async () =>
      (await control.quotas.list(account.accountId)).quotas.filter(({ name }) => name === 'vpcs');
    await account.ok('Vpc', 'CreateVpc', vpc);
    expect(await ofVpcs()).toEqual([
      { name: 'vpcs', value: 10, default: 10 },
      { name: 'vpcs', region: RegionId, value: 10, default: 10, used: 1 },
    ]);
    expect(await set(1)).toEqual({ name: 'vpcs', value: 1, default: 10 });
    expect((await account.refused('Vpc', 'CreateVpc', vpc)).code).toBe('QuotaExceeded.Vpc');
    expect(await set(2, RegionId)).toEqual({ name: 'vpcs', region: RegionId, value: 2, default: 10, used: 1 });
    await account.ok('Vpc', 'CreateVpc', vpc);
    expect((await account.refused('Vpc', 'CreateVpc', vpc)).code).toBe('QuotaExceeded.Vpc');
    expect(await set(null, RegionId)).toEqual({ name: 'vpcs', region: RegionId, value: 1, default: 10, used: 2 });
    expect(await set(null)).toEqual({ name: 'vpcs', value: 10, default: 10 });
    await account.ok('Vpc', 'CreateVpc', vpc);
  });

  it('are those that a seed has set too', async () => {
    const account = localyun.account();
    const { accessKeyId } = account;
    await control.seed({
      accounts: [{ accessKeyId, quotas: { eips: 7 }, quotasByRegion: { 'cn-beijing': { eips: 0 } } }],
    });
    const { quotas } = await control.quotas.list(accessKeyId);
    expect(quotas.filter(({ name }) => name === 'eips')).toEqual([
      { name: 'eips', value: 7, default: 20 },
      { name: 'eips', region: 'cn-beijing', value: 0, default: 20 },
    ]);
    expect((await account.refused('Vpc', 'AllocateEipAddress', { RegionId: 'cn-beijing' })).code).toBe(
      'QuotaExceeded.Eip',
    );
  });

  it('of an account that nobody has used are the defaults, and asking makes no account', async () => {
    const { quotas } = await control.quotas.list('localyun-never-used');
    expect(quotas.every((quota) => quota.value === quota.default)).toBe(true);
    expect((await control.accounts.list()).accounts.map(({ accessKeyId }) => accessKeyId)).not.toContain(
      'localyun-never-used',
    );
  });

  it('of what is no account, no quota or no region are refused by name', async () => {
    await expect(control.quotas.list('4711')).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('4711'),
    });
    for (const [changed, text] of [
      [{ account: 'nobody' }, 'nobody'],
      [{ name: 'wishes' }, 'wishes'],
      [{ region: 'cn-nowhere' }, 'cn-nowhere'],
      [{ value: -1 }, '-1'],
      [{ value: 1.5 }, '1.5'],
    ] as const) {
      const wanted = { account: 'localyun-quota', name: 'vpcs', value: 1, ...changed };
      await expect(control.quotas.set(wanted as never)).rejects.toThrow(text);
    }
  });
});
