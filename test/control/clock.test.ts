import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectLocalyun, type Localyun, startLocalyun } from '../../src/index.ts';
import { describeNodes, startNodes } from '../nodes/nodes.ts';
import { startTestLocalyun, testDatabaseUrl } from '../support/localyun.ts';
import { RestartingLocalyun } from '../support/restarting-localyun.ts';
import type { TestAccount } from '../support/test-account.ts';

const RegionId = 'cn-hangzhou';
const makeVpc = async (account: TestAccount): Promise<string> =>
  (await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' })).VpcId;
const statusOf = async (account: TestAccount, VpcId: string): Promise<string> =>
  (await account.ok('Vpc', 'DescribeVpcs', { RegionId, VpcId })).Vpcs.Vpc[0].Status;

describe('a clock of real time', () => {
  const localyun = startTestLocalyun({ transitions: 'fast' });
  const control = () => connectLocalyun(`127.0.0.1:${localyun.port}`);

  it('stands still while it is frozen, and delayed changes with it', async () => {
    const { clock } = await control();
    const account = localyun.account();
    const { now, frozen } = await clock.freeze();
    expect(frozen).toBe(true);
    const vpc = await makeVpc(account);
    const [vpcOf] = (await account.ok('Vpc', 'DescribeVpcs', { RegionId, VpcId: vpc })).Vpcs.Vpc;
    expect(vpcOf.CreationTime).toBe(`${now.slice(0, 19)}Z`);
    // Far longer than the change takes.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await statusOf(account, vpc)).toBe('Pending');
    expect((await clock.freeze()).now).toBe(now);
    expect((await clock.show()).now).toBe(now);
    await expect(clock.runUntilIdle()).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('frozen'),
    });

    const resumed = await clock.resume();
    expect(resumed.frozen).toBe(false);
    expect(Date.parse(resumed.now)).toBeGreaterThanOrEqual(Date.parse(now) + 1_500);
    expect(await statusOf(account, vpc)).toBe('Available');
  });

  it('is not moved', async () => {
    const { clock } = await control();
    await expect(clock.advance(1)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('fast') });
  });

  it('runs until nothing is pending, which is waited for', async () => {
    const { clock, transitionFaults } = await control();
    const account = localyun.account();
    const vpc = await makeVpc(account);
    const before = await clock.runUntilIdle();
    expect(await statusOf(account, vpc)).toBe('Available');
    const { accountId } = account;
    await transitionFaults.add({ resourceType: 'vpc', kind: 'create', outcome: 'stick', accountId });
    await makeVpc(account);
    expect((await clock.runUntilIdle()).left).toBe(before.left + 1);
  });
});

describe('a manual clock', () => {
  let localyun: Localyun;
  beforeAll(async () => {
    localyun = await startLocalyun({ transitions: 'manual', logLevel: 'error', databaseUrl: testDatabaseUrl() });
  });
  afterAll(() => localyun.close());

  it('is moved from one change to the next, and no further', async () => {
    const { clock } = localyun;
    const begun = await clock.runUntilIdle();
    expect((await clock.runUntilIdle()).now).toBe(begun.now);
    await clock.advance(1);
    const { now } = await clock.show();
    expect(Date.parse(now) - Date.parse(begun.now)).toBe(1);
  });
});

describe('a manual clock with changes pending', () => {
  const localyun = startTestLocalyun();

  it('stops at the last that is due in time', async () => {
    const { clock } = await connectLocalyun(`127.0.0.1:${localyun.port}`);
    const account = localyun.account();
    const vpc = await makeVpc(account);
    const { now } = await clock.show();
    expect(await clock.runUntilIdle({ withinMs: 0 })).toEqual({ now, left: 1 });
    expect(await statusOf(account, vpc)).toBe('Pending');
    const { now: moved, left } = await clock.runUntilIdle();
    expect([await statusOf(account, vpc), left]).toEqual(['Available', 0]);
    expect(Date.parse(moved)).toBeGreaterThan(Date.parse(now));
    expect(Date.parse(moved) - Date.parse(now)).toBeLessThan(600_000);
  });
});

describe('a server that is started again', () => {
  const localyun = new RestartingLocalyun();
  beforeAll(() => localyun.start('fast'));
  afterAll(() => localyun.close());

  it('has its clock stand where it was frozen', async () => {
    await localyun.server.levers.freeze();
    const { now } = localyun.server.levers.clock();
    await localyun.restart('fast');
    expect(localyun.server.levers.clock()).toEqual({ now, transitions: 'fast', frozen: true });
    await localyun.server.levers.resume();
    await localyun.restart('fast');
    expect(localyun.server.levers.clock().frozen).toBe(false);
  });
});

describeNodes('the clock of two servers', () => {
  const nodes = startNodes(2, { transitions: 'fast' });

  it('is frozen for both, and goes on for both', async () => {
    const [first, second] = [nodes.node(0), nodes.node(1)];
    await first.levers.freeze();
    await second.levers.catchUp();
    expect(second.levers.clock()).toEqual(first.levers.clock());
    const account = nodes.account('frozen', 1);
    const vpc = await makeVpc(account);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await statusOf(account, vpc)).toBe('Pending');
    await second.levers.resume();
    expect(second.levers.clock().frozen).toBe(false);
    // The other server looks at the state itself before long.
    await expect.poll(() => statusOf(nodes.account('frozen', 0), vpc), { timeout: 20_000 }).toBe('Available');
    expect(first.levers.clock().frozen).toBe(false);
  });
});
