import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function setUp(count = 2) {
  const account = localyun.account();
  const network = await account.network();
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push(await account.runInstance(network));
  const statuses = async (): Promise<readonly string[]> => {
    const found: Body[] = (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance;
    return ids.map((id) => found.find((instance) => instance.InstanceId === id)?.Status ?? 'gone');
  };
  const all = (action: string, parameters: object = {}) =>
    account.ok('Ecs', action, { RegionId, InstanceId: ids, ...parameters });
  return { account, network, ids, statuses, all };
}

const responsesOf = (answer: Body): Body[] => answer.InstanceResponses.InstanceResponse;

describe('StopInstances, StartInstances and RebootInstances', () => {
  it('change all instances named, each once, and say from what to what', async () => {
    const { ids, statuses, all } = await setUp();
    const steps = [
      ['StopInstances', 'Running', 'Stopping', 'Stopped'],
      ['StartInstances', 'Stopped', 'Starting', 'Running'],
      ['RebootInstances', 'Running', 'Starting', 'Running'],
    ] as const;
    for (const [action, before, during, after] of steps) {
      const answer = await all(action, { InstanceId: [...ids, ids[0]] });
      expect(responsesOf(answer)).toEqual(
        ids.map((InstanceId) => ({
          InstanceId,
          Code: '200',
          Message: 'success',
          PreviousStatus: before,
          CurrentStatus: during,
        })),
      );
      expect(await statuses()).toEqual([during, during]);
      await localyun.advance(1_000);
      expect(await statuses()).toEqual([after, after]);
    }
  });

  it('stop in the mode that is asked for', async () => {
    const { account, all } = await setUp(1);
    await all('StopInstances', { StoppedMode: 'StopCharging', ForceStop: true });
    await localyun.advance(1_000);
    const [instance] = (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance;
    expect(instance).toMatchObject({ Status: 'Stopped', StoppedMode: 'StopCharging' });
  });

  it('change none when one cannot be changed', async () => {
    const { account, ids, statuses } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId: ids[1] });
    await localyun.advance(1_000);
    for (const [action, first] of [
      ['StopInstances', ids[0]],
      ['RebootInstances', ids[0]],
      ['StartInstances', ids[1]],
    ] as const) {
      const second = ids.find((id) => id !== first);
      for (const BatchOptimization of [undefined, 'AllTogether']) {
        const parameters = { RegionId, InstanceId: [first, second], BatchOptimization };
        expect(await account.refused('Ecs', action, parameters)).toMatchObject({
          status: 403,
          code: 'IncorrectInstanceStatus',
          message: expect.stringContaining(second ?? ''),
        });
        const withUnknown = { RegionId, InstanceId: [first, 'i-none'], BatchOptimization };
        expect(await account.refused('Ecs', action, withUnknown)).toMatchObject({
          status: 404,
          code: 'InvalidInstanceId.NotFound',
        });
      }
      expect(await statuses()).toEqual(['Running', 'Stopped']);
    }
  });

  it('with SuccessFirst change those that can be changed', async () => {
    const { account, ids, statuses, all } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId: ids[1] });
    await localyun.advance(1_000);
    const answer = await all('StartInstances', {
      InstanceId: [...ids, 'i-none'],
      BatchOptimization: 'SuccessFirst',
    });
    expect(responsesOf(answer)).toMatchObject([
      {
        InstanceId: ids[0],
        Code: 'IncorrectInstanceStatus',
        Message: expect.stringContaining('Running'),
        PreviousStatus: 'Running',
        CurrentStatus: 'Running',
      },
      { InstanceId: ids[1], Code: '200', PreviousStatus: 'Stopped', CurrentStatus: 'Starting' },
      { InstanceId: 'i-none', Code: 'InvalidInstanceId.NotFound', PreviousStatus: '', CurrentStatus: '' },
    ]);
    expect(await statuses()).toEqual(['Running', 'Starting']);
  });

  it('only try it in a dry run', async () => {
    const { account, ids, statuses } = await setUp();
    for (const BatchOptimization of ['AllTogether', 'SuccessFirst']) {
      const parameters = { RegionId, InstanceId: ids, BatchOptimization, DryRun: true };
      expect(await account.refused('Ecs', 'StopInstances', parameters)).toMatchObject({
        status: 400,
        code: 'DRYRUN.SUCCESS',
      });
    }
    const dry = { RegionId, InstanceId: ids, DryRun: true };
    expect(await account.refused('Ecs', 'RebootInstances', dry)).toMatchObject({ code: 'DRYRUN.SUCCESS' });
    expect(await account.refused('Ecs', 'StartInstances', dry)).toMatchObject({ code: 'IncorrectInstanceStatus' });
    expect(await statuses()).toEqual(['Running', 'Running']);
  });

  it.each(['StopInstances', 'StartInstances', 'RebootInstances', 'DeleteInstances'])(
    '%s take 1 to 100 ids, of the account and the region',
    async (action) => {
      const { account, ids } = await setUp(1);
      const many = Array.from({ length: 101 }, (_, n) => `i-${n}`);
      expect(await account.refused('Ecs', action, { RegionId, InstanceId: many })).toMatchObject({
        status: 400,
        code: 'InvalidParameter',
      });
      expect(await account.refused('Ecs', action, { RegionId })).toMatchObject({
        status: 400,
        code: 'MissingParameter',
      });
      const absence = { status: 404, code: 'InvalidInstanceId.NotFound' };
      const stranger = localyun.account();
      expect(await stranger.refused('Ecs', action, { RegionId, InstanceId: ids })).toMatchObject(absence);
      const elsewhere = { RegionId: 'cn-beijing', InstanceId: ids };
      expect(await account.refused('Ecs', action, elsewhere)).toMatchObject(absence);
    },
  );

  it.each([
    ['StopInstances', { BatchOptimization: 'Best' }],
    ['StopInstances', { StoppedMode: 'Sleep' }],
    ['StartInstances', { BatchOptimization: 'Best' }],
    ['RebootInstances', { BatchOptimization: 'Best' }],
  ])('%s refuse %j', async (action, parameters) => {
    const all = { RegionId, InstanceId: ['i-1'], ...parameters };
    expect(await localyun.account().refused('Ecs', action, all)).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });
});

describe('DeleteInstances', () => {
  it('releases all instances named, once for one token', async () => {
    const { account, statuses, all } = await setUp();
    const answer = await all('DeleteInstances', { Force: true, ClientToken: 'once' });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    await all('DeleteInstances', { Force: true });
    await localyun.advance(1_000);
    expect(await statuses()).toEqual(['gone', 'gone']);
    await all('DeleteInstances', { Force: true, ClientToken: 'once' });
    const left = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId });
    expect(left.TotalCount).toBe(0);
  });

  it('releases none when one cannot be released', async () => {
    const { account, network, ids, statuses } = await setUp(1);
    const refused = (InstanceId: readonly string[], parameters: object = {}) =>
      account.refused('Ecs', 'DeleteInstances', { RegionId, InstanceId, ...parameters });
    expect(await refused(ids)).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    const made = await account.ok('Ecs', 'CreateInstance', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    const initializing = { status: 403, code: 'IncorrectInstanceStatus.Initializing' };
    expect(await refused([made.InstanceId])).toMatchObject(initializing);
    const guarded = await account.runInstance(network, { DeletionProtection: true });
    expect(await refused([...ids, guarded], { Force: true })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.DeletionProtection',
    });
    const subscription = await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1 });
    const ending = { Force: true, TerminateSubscription: true };
    expect(await refused([...ids, subscription], ending)).toMatchObject({ status: 403, code: 'ChargeTypeViolation' });
    const linked = await account.runInstance(network);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId,
      InstanceId: NetworkInterfaceId,
      InstanceType: 'NetworkInterface',
      Mode: 'BINDED',
    });
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId: linked });
    await localyun.advance(2_000);
    expect(await refused([...ids, linked], { Force: true })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniLinked',
    });
    const { RouterTableList } = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId: network.vpcId });
    const [{ RouteTableId }] = RouterTableList.RouterTableListType;
    const hop = await account.runInstance(network);
    const route = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24', NextHopId: hop };
    await account.ok('Vpc', 'CreateRouteEntry', route);
    await localyun.advance(1_000);
    expect(await refused([...ids, hop], { Force: true })).toMatchObject({
      status: 400,
      code: 'DependencyViolation.RouteEntry',
    });
    expect(await refused([...ids, 'i-none'], { Force: true })).toMatchObject({ code: 'InvalidInstanceId.NotFound' });
    expect(await refused(ids, { Force: true, DryRun: true })).toMatchObject({ status: 400, code: 'DRYRUN.SUCCESS' });
    expect(await statuses()).toEqual(['Running']);
  });
});

describe('DescribeInstancesFullStatus', () => {
  it('lists instances with their statuses and no events', async () => {
    const { account, ids, statuses } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId: ids[0] });
    await localyun.advance(1_000);
    expect(await statuses()).toEqual(['Stopped', 'Running']);
    const list = async (parameters: object = {}): Promise<Body> =>
      account.ok('Ecs', 'DescribeInstancesFullStatus', { RegionId, ...parameters });
    const found = async (parameters: object): Promise<string[]> =>
      (await list(parameters)).InstanceFullStatusSet.InstanceFullStatusType.map((row: Body) => row.InstanceId);
    expect(await list({ InstanceId: [ids[1]] })).toMatchObject({
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      InstanceFullStatusSet: {
        InstanceFullStatusType: [
          {
            InstanceId: ids[1],
            Status: { Code: 1, Name: 'Running' },
            HealthStatus: { Code: 0, Name: 'Ok' },
            ScheduledSystemEventSet: { ScheduledSystemEventType: [] },
          },
        ],
      },
    });
    expect(await found({ Status: 'Stopped' })).toEqual([ids[0]]);
    expect(await found({ HealthStatus: 'Ok' })).toHaveLength(2);
    expect(await found({ HealthStatus: 'Impaired' })).toEqual([]);
    expect(await found({ EventId: ['e-1'] })).toEqual([]);
    expect(await found({ EventType: 'SystemFailure.Reboot' })).toEqual([]);
    expect(await found({ InstanceEventType: ['SystemFailure.Reboot'] })).toEqual([]);
    expect(await found({ NotBefore: { Start: '2030-01-01T00:00:00Z' } })).toEqual([]);
    expect((await list({ PageSize: 1, PageNumber: 2 })).TotalCount).toBe(2);
    expect(await found({ PageSize: 1, PageNumber: 2 })).toHaveLength(1);
  });

  it.each([
    [{ InstanceId: Array.from({ length: 101 }, (_, n) => `i-${n}`) }, 403, 'InstanceIdLimitExceeded'],
    [{ EventId: Array.from({ length: 101 }, (_, n) => `e-${n}`) }, 403, 'EventIdLimitExceeded'],
    [{ RegionId: undefined }, 400, 'MissingParameter'],
    [{ Status: 'Sleeping' }, 403, 'InvalidParameter'],
    [{ HealthStatus: 'Fine' }, 403, 'InvalidParameter'],
    [{ NotBefore: { Start: 'soon' } }, 403, 'InvalidParameter'],
    [
      { EventPublishTime: { Start: '2030-01-02T00:00:00Z', End: '2030-01-01T00:00:00Z' } },
      403,
      'InvalidParameter.TimeEndBeforeStart',
    ],
    [{ PageSize: 101 }, 400, 'InvalidParameter'],
  ])('refuses %j', async (parameters, status, code) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeInstancesFullStatus', { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status, code });
  });
});
