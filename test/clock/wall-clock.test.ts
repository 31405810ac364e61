import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ServerProcess, startServerProcess } from '../crash/server-process.ts';
import { builtCommand } from '../support/built-command.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { formHeaders, type Parameters, type Product, send, signedForm } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';

const databaseUrl = testDatabaseUrl();
const preload = join(import.meta.dirname, 'moved-clock.mjs');
const folder = mkdtempSync(join(tmpdir(), 'localyun-clock-'));
const clockFile = join(folder, 'clock');
const builtIn = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };
const hourMs = 3_600_000;

let server: ServerProcess;
/** How far the wall clock of the server, and of its clients, is off. */
let offMs = 0;

function setWallClock(ms: number): void {
  offMs = ms;
  writeFileSync(clockFile, String(ms));
}

async function start(): Promise<void> {
  const place = databaseUrl === undefined ? ['--data-dir', join(folder, 'data')] : ['--database-url', databaseUrl];
  const options = {
    nodeFlags: ['--import', preload],
    env: { ...process.env, LOCALYUN_TEST_CLOCK_FILE: clockFile },
  };
  server = await startServerProcess(await builtCommand(), [...place, '--log-level', 'error'], options);
}

interface Caller {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** A call signed by a clock that is off so much. */
async function ask(
  caller: Caller,
  product: Product,
  action: string,
  parameters: Parameters,
  clockMs = offMs,
): Promise<{ readonly status: number; readonly body: Body }> {
  const Timestamp = `${new Date(Date.now() + clockMs).toISOString().slice(0, 19)}Z`;
  const overrides = {
    Timestamp,
    ...(caller.securityToken === undefined ? {} : { SecurityToken: caller.securityToken }),
  };
  const form = signedForm(caller, product, action, { RegionId: 'cn-hangzhou', ...parameters }, overrides);
  const { status, text } = await send(server.port, 'POST', '/', form, formHeaders);
  return { status, body: JSON.parse(text) as Body };
}

async function ok(product: Product, action: string, parameters: Parameters, caller: Caller = builtIn): Promise<Body> {
  const { status, body } = await ask(caller, product, action, parameters);
  if (status !== 200) throw new Error(`${action} was refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Long enough for a change that takes a second, on a machine that is busy. */
const soon = { timeout: 30_000, interval: 100 };
const longestMs = 120_000;
const statusOf = async (id: string): Promise<string> =>
  (await ok('Ecs', 'DescribeNetworkInterfaces', { NetworkInterfaceId: [id] })).NetworkInterfaceSets
    .NetworkInterfaceSet[0].Status;

describe('a wall clock that goes back by hours', () => {
  let place: { readonly VSwitchId: string; readonly SecurityGroupId: string };
  let InstanceId: string;

  beforeAll(async () => {
    setWallClock(0);
    await start();
    const { VpcId } = await ok('Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
    await vi.waitUntil(async () => (await ok('Vpc', 'DescribeVpcs', {})).Vpcs.Vpc[0].Status === 'Available', soon);
    const made = { VpcId, CidrBlock: '10.0.0.0/16', ZoneId: 'cn-hangzhou-h' };
    const { VSwitchId } = await ok('Vpc', 'CreateVSwitch', made);
    const ofVSwitch = async () => (await ok('Vpc', 'DescribeVSwitches', {})).VSwitches.VSwitch[0].Status;
    await vi.waitUntil(async () => (await ofVSwitch()) === 'Available', soon);
    const { SecurityGroupId } = await ok('Ecs', 'CreateSecurityGroup', { VpcId });
    place = { VSwitchId, SecurityGroupId };
    const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
    const ran = await ok('Ecs', 'RunInstances', { InstanceType: 'ecs.g6.xlarge', ImageId, ...place });
    InstanceId = ran.InstanceIdSets.InstanceIdSet[0];
    const ofInstance = async () => (await ok('Ecs', 'DescribeInstances', {})).Instances.Instance[0].Status;
    await vi.waitUntil(async () => (await ofInstance()) === 'Running', soon);
  }, longestMs);
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'while a server runs keeps nothing waiting, repeats no answer anew and lets sessions and keys be used',
    async () => {
      setWallClock(0);
      const first = { ...place, ClientToken: 'first' };
      const { NetworkInterfaceId, CreationTime } = await describedAfter(
        await ok('Ecs', 'CreateNetworkInterface', first),
      );
      await ok('Ram', 'CreateUser', { UserName: 'clerk' });
      const { AccessKey: made } = await ok('Ram', 'CreateAccessKey', { UserName: 'clerk' });
      const clerk = { accessKeyId: made.AccessKeyId, accessKeySecret: made.AccessKeySecret };
      const principal = { RAM: ['*'] };
      const trust = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }] };
      const role = { RoleName: 'visitor', AssumeRolePolicyDocument: JSON.stringify(trust) };
      const { Role } = await ok('Ram', 'CreateRole', role);
      const assumed = { RoleArn: Role.Arn, RoleSessionName: 'visit', DurationSeconds: 900 };
      await ok('Ram', 'AttachPolicyToUser', {
        UserName: 'clerk',
        PolicyType: 'System',
        PolicyName: 'AliyunSTSAssumeRoleAccess',
      });
      const { Credentials } = await ok('Sts', 'AssumeRole', assumed, clerk);
      await ok('Ecs', 'AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
      setWallClock(-2 * hourMs);

      await expect.poll(() => statusOf(NetworkInterfaceId), soon).toBe('InUse');
      expect((await ok('Ecs', 'CreateNetworkInterface', first)).NetworkInterfaceId).toBe(NetworkInterfaceId);
      const second = await describedAfter(
        await ok('Ecs', 'CreateNetworkInterface', { ...place, ClientToken: 'second' }),
      );
      expect(Date.parse(second.CreationTime)).toBeGreaterThanOrEqual(Date.parse(CreationTime));
      const visitor = {
        accessKeyId: Credentials.AccessKeyId,
        accessKeySecret: Credentials.AccessKeySecret,
        securityToken: Credentials.SecurityToken,
      };
      expect((await ok('Sts', 'GetCallerIdentity', {}, visitor)).IdentityType).toBe('AssumedRoleUser');
      await ok('Sts', 'GetCallerIdentity', {}, clerk);
      const lastUsed = await ok('Ram', 'GetAccessKeyLastUsed', {
        UserName: 'clerk',
        UserAccessKeyId: made.AccessKeyId,
      });
      expect(Date.parse(lastUsed.AccessKeyLastUsed.LastUsedDate)).toBeGreaterThanOrEqual(Date.parse(made.CreateDate));
    },
    longestMs,
  );

  it('moves the window of signatures with it', async () => {
    setWallClock(-2 * hourMs);
    expect((await ask(builtIn, 'Vpc', 'DescribeVpcs', {}, offMs)).status).toBe(200);
    expect((await ask(builtIn, 'Vpc', 'DescribeVpcs', {}, offMs - 14 * 60_000)).status).toBe(200);
    const ofBefore = await ask(builtIn, 'Vpc', 'DescribeVpcs', {}, 0);
    expect([ofBefore.status, ofBefore.body.Code]).toEqual([400, 'InvalidTimeStamp.Expired']);
  });

  it(
    'before a restart keeps nothing waiting that was under way',
    async () => {
      setWallClock(0);
      const { NetworkInterfaceId } = await ok('Ecs', 'CreateNetworkInterface', place);
      await ok('Ecs', 'DeleteNetworkInterface', { NetworkInterfaceId });
      await server.kill();
      setWallClock(-5 * hourMs);
      await start();
      const left = async (): Promise<number> =>
        (await ok('Ecs', 'DescribeNetworkInterfaces', { NetworkInterfaceId: [NetworkInterfaceId] })).TotalCount;
      await expect.poll(left, soon).toBe(0);
    },
    longestMs,
  );
});

async function describedAfter({ NetworkInterfaceId }: Body): Promise<Body> {
  const found = await ok('Ecs', 'DescribeNetworkInterfaces', { NetworkInterfaceId: [NetworkInterfaceId] });
  return found.NetworkInterfaceSets.NetworkInterfaceSet[0];
}
