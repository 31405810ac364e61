import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function setUp(overrides: Parameters<ReturnType<typeof localyun.account>['runInstance']>[1] = {}) {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network, overrides);
  const instance = async (parameters: object = {}): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId, ...parameters })).Instances.Instance[0];
  return { account, network, InstanceId, instance };
}

/** What names an instance that is not there, one of another account and one of another region. */
async function absent(action: string, parameters: object, code: string) {
  const { account, InstanceId } = await setUp();
  const stranger = localyun.account();
  const attempts = [
    [account, { ...parameters, InstanceId: 'i-none' }],
    [stranger, { ...parameters, InstanceId }],
    [account, { ...parameters, InstanceId, RegionId: 'cn-beijing' }],
  ] as const;
  for (const [caller, attempt] of attempts) {
    expect(await caller.refused('Ecs', action, { RegionId, ...attempt })).toMatchObject({ status: 404, code });
  }
}

describe('DescribeUserData', () => {
  it('answers the user data as it was given, and empty text without any', async () => {
    const UserData = Buffer.from('#!/bin/sh').toString('base64');
    const { account, network, InstanceId } = await setUp({ UserData });
    expect(await account.ok('Ecs', 'DescribeUserData', { RegionId, InstanceId })).toMatchObject({
      RegionId,
      InstanceId,
      UserData,
    });
    await account.ok('Ecs', 'ModifyInstanceAttribute', { InstanceId, UserData: 'plain text' });
    const changed = await account.ok('Ecs', 'DescribeUserData', { RegionId, InstanceId });
    expect(Buffer.from(changed.UserData, 'base64').toString()).toBe('plain text');
    const other = await account.runInstance(network);
    expect(await account.ok('Ecs', 'DescribeUserData', { RegionId, InstanceId: other })).toMatchObject({
      UserData: '',
    });
  });

  it('finds instances of the account in the region', () =>
    absent('DescribeUserData', {}, 'InvalidInstanceId.NotFound'));
});

describe('DescribeInstanceAttribute', () => {
  it('says what DescribeInstances says, and the network options', async () => {
    const { account, network, InstanceId, instance } = await setUp({
      InstanceName: 'web',
      Description: 'a server',
      InternetMaxBandwidthOut: 5,
      NetworkOptions: { BandwidthWeighting: 'Vpc-L1' },
    });
    const listed = await instance();
    const answer = await account.ok('Ecs', 'DescribeInstanceAttribute', { InstanceId });
    for (const field of [
      'InstanceName',
      'HostName',
      'Description',
      'Status',
      'SerialNumber',
      'CreationTime',
      'ZoneId',
    ]) {
      expect([field, answer[field]]).toEqual([field, listed[field]]);
    }
    for (const field of ['VpcAttributes', 'SecurityGroupIds', 'PublicIpAddress', 'InnerIpAddress', 'OperationLocks']) {
      expect([field, answer[field]]).toEqual([field, listed[field]]);
    }
    expect(answer).toMatchObject({
      InstanceId,
      InstanceType: 'ecs.g6.xlarge',
      Cpu: 4,
      Memory: 16_384,
      IoOptimized: 'optimized',
      InternetMaxBandwidthOut: 5,
      SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
      EipAddress: { AllocationId: '', IpAddress: '', InternetChargeType: '', Bandwidth: 0 },
      EnableJumboFrame: false,
      EnableNetworkEncryption: false,
      NetworkOptions: { EnableJumboFrame: false, EnableNetworkEncryption: false, BandwidthWeighting: 'Vpc-L1' },
    });
  });

  it('shows jumbo frames once they are switched on, and the elastic IP address', async () => {
    const { account, InstanceId } = await setUp();
    await account.ok('Ecs', 'ModifyInstanceAttribute', { InstanceId, EnableJumboFrame: true });
    const { AllocationId, EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId, Bandwidth: '7' });
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId });
    expect(await account.ok('Ecs', 'DescribeInstanceAttribute', { InstanceId })).toMatchObject({
      EnableJumboFrame: true,
      NetworkOptions: { EnableJumboFrame: true },
      EipAddress: { AllocationId, IpAddress: EipAddress, Bandwidth: 7 },
    });
  });

  it('finds instances of the account', async () => {
    const { InstanceId } = await setUp();
    const refusal = { status: 404, code: 'InvalidInstanceId.NotFound' };
    for (const id of ['i-none', InstanceId]) {
      const found = localyun.account().refused('Ecs', 'DescribeInstanceAttribute', { InstanceId: id });
      expect(await found).toMatchObject(refusal);
    }
  });
});

describe('maintenance attributes', () => {
  it('have a row for each instance, defaults first', async () => {
    const { account, network, InstanceId } = await setUp();
    const other = await account.runInstance(network, { InstanceType: 'ecs.i2.xlarge' });
    const describeAll = (parameters: object = {}) =>
      account.ok('Ecs', 'DescribeInstanceMaintenanceAttributes', { RegionId, ...parameters });
    const answer = await describeAll({ InstanceId: [InstanceId] });
    expect(answer).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10 });
    expect(answer.MaintenanceAttributes.MaintenanceAttribute).toEqual([
      {
        InstanceId,
        NotifyOnMaintenance: false,
        ActionOnMaintenance: {
          Value: 'AutoRecover',
          DefaultValue: 'AutoRecover',
          SupportedValues: { SupportedValue: ['Stop', 'AutoRecover'] },
        },
        MaintenanceWindows: { MaintenanceWindow: [] },
      },
    ]);
    const all = await describeAll({ PageSize: 1 });
    expect([all.TotalCount, all.MaintenanceAttributes.MaintenanceAttribute.length]).toEqual([2, 1]);
    const [second] = (await describeAll({ InstanceId: [InstanceId, other], PageNumber: 2, PageSize: 1 }))
      .MaintenanceAttributes.MaintenanceAttribute;
    expect([second.InstanceId, second.ActionOnMaintenance.SupportedValues.SupportedValue]).toEqual([
      other,
      ['Stop', 'AutoRecover', 'AutoRedeploy'],
    ]);
  });

  it('are set for several instances, each part by itself', async () => {
    const { account, network, InstanceId } = await setUp();
    const ids = [InstanceId, await account.runInstance(network)];
    const modify = (parameters: object) =>
      account.ok('Ecs', 'ModifyInstanceMaintenanceAttributes', { RegionId, InstanceId: ids, ...parameters });
    const rows = async (): Promise<Body[]> =>
      (await account.ok('Ecs', 'DescribeInstanceMaintenanceAttributes', { RegionId, InstanceId: ids }))
        .MaintenanceAttributes.MaintenanceAttribute;
    await modify({ MaintenanceWindow: [{ StartTime: '22:00:00', EndTime: '02:00:00' }] });
    await modify({ ActionOnMaintenance: 'Stop', NotifyOnMaintenance: true });
    for (const row of await rows()) {
      expect(row).toMatchObject({
        NotifyOnMaintenance: true,
        ActionOnMaintenance: { Value: 'Stop', DefaultValue: 'AutoRecover' },
        MaintenanceWindows: { MaintenanceWindow: [{ StartTime: '22:00:00', EndTime: '02:00:00' }] },
      });
    }
    await modify({ NotifyOnMaintenance: false });
    expect((await rows())[1]).toMatchObject({ NotifyOnMaintenance: false, ActionOnMaintenance: { Value: 'Stop' } });
  });

  it.each([
    [{ MaintenanceWindow: [{ StartTime: '02:30:00', EndTime: '04:00:00' }] }],
    [{ MaintenanceWindow: [{ StartTime: '02:00:00' }] }],
    [{ MaintenanceWindow: [{ EndTime: '02:00:00' }] }],
    [{ MaintenanceWindow: [{ StartTime: '02:00:00', EndTime: '02:00:00' }] }],
    [{ MaintenanceWindow: [{ StartTime: '02:00:00', EndTime: '24:00:00' }] }],
    [
      {
        MaintenanceWindow: [
          { StartTime: '02:00:00', EndTime: '03:00:00' },
          { StartTime: '04:00:00', EndTime: '05:00:00' },
        ],
      },
    ],
    [{ ActionOnMaintenance: 'Panic' }],
    [{ ActionOnMaintenance: 'AutoRedeploy' }],
  ])('cannot be %j', async (parameters) => {
    const { account, InstanceId } = await setUp();
    const refusal = await account.refused('Ecs', 'ModifyInstanceMaintenanceAttributes', {
      RegionId,
      InstanceId: [InstanceId],
      NotifyOnMaintenance: true,
      ...parameters,
    });
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidParameter' });
    const after = await account.ok('Ecs', 'DescribeInstanceMaintenanceAttributes', { RegionId });
    expect(after.MaintenanceAttributes.MaintenanceAttribute[0].NotifyOnMaintenance).toBe(false);
  });

  it('change nothing when one of the instances is not there', async () => {
    const { account, InstanceId } = await setUp();
    const parameters = { RegionId, InstanceId: [InstanceId, 'i-none'], NotifyOnMaintenance: true };
    for (const action of ['ModifyInstanceMaintenanceAttributes', 'DescribeInstanceMaintenanceAttributes']) {
      expect(await account.refused('Ecs', action, parameters)).toMatchObject({
        status: 404,
        code: 'InvalidInstanceId.NotFound',
      });
    }
    const after = await account.ok('Ecs', 'DescribeInstanceMaintenanceAttributes', { RegionId });
    expect(after.MaintenanceAttributes.MaintenanceAttribute[0].NotifyOnMaintenance).toBe(false);
  });

  it('are refused for more than 100 instances, and set for none', async () => {
    const account = localyun.account();
    const InstanceId = Array.from({ length: 101 }, (_, n) => `i-${n}`);
    for (const action of ['ModifyInstanceMaintenanceAttributes', 'DescribeInstanceMaintenanceAttributes']) {
      expect(await account.refused('Ecs', action, { RegionId, InstanceId })).toMatchObject({
        status: 403,
        code: 'InstanceIdLimitExceeded',
      });
    }
    expect(await account.refused('Ecs', 'ModifyInstanceMaintenanceAttributes', { RegionId })).toMatchObject({
      status: 400,
      code: 'MissingParameter',
    });
    expect(
      await account.refused('Ecs', 'DescribeInstanceMaintenanceAttributes', { RegionId, PageSize: 101 }),
    ).toMatchObject({ status: 400, code: 'InvalidParameter' });
  });
});

describe('attachment attributes', () => {
  it('have a row for each instance named, and are changed', async () => {
    const { account, network, InstanceId } = await setUp({ PrivatePoolOptions: { MatchCriteria: 'Open' } });
    const other = await account.runInstance(network);
    const rows = async (parameters: object = {}) => {
      const InstanceIds = JSON.stringify([other, InstanceId]);
      const all = { RegionId, InstanceIds, ...parameters };
      return account.ok('Ecs', 'DescribeInstanceAttachmentAttributes', all);
    };
    const answer = await rows();
    expect(answer).toMatchObject({ TotalCount: 2, PageNumber: 1, PageSize: 10 });
    expect(answer.Instances.Instance).toEqual([
      { InstanceId: other, PrivatePoolOptionsId: '', PrivatePoolOptionsMatchCriteria: 'None' },
      { InstanceId, PrivatePoolOptionsId: '', PrivatePoolOptionsMatchCriteria: 'Open' },
    ]);
    const PrivatePoolOptions = { MatchCriteria: 'Target', Id: 'eap-1' };
    await account.ok('Ecs', 'ModifyInstanceAttachmentAttributes', { RegionId, InstanceId, PrivatePoolOptions });
    const page = await rows({ PageNumber: 2, PageSize: 1 });
    expect(page.Instances.Instance).toEqual([
      { InstanceId, PrivatePoolOptionsId: 'eap-1', PrivatePoolOptionsMatchCriteria: 'Target' },
    ]);
  });

  it.each([
    [{ InstanceIds: '["i-none"]' }, 404, 'InvalidInstanceIds.NotFound'],
    [{ InstanceIds: 'i-none' }, 400, 'InvalidInstanceIds.Malformed'],
    [{ InstanceIds: '[]' }, 400, 'InvalidInstanceIds.Malformed'],
    [{ InstanceIds: '["i-none"]', PageSize: 0 }, 400, 'InvalidParameter'],
    [{}, 400, 'MissingParameter'],
  ])('are not described for %j', async (parameters, status, code) => {
    const refused = localyun
      .account()
      .refused('Ecs', 'DescribeInstanceAttachmentAttributes', { RegionId, ...parameters });
    expect(await refused).toMatchObject({ status, code });
  });

  it.each([
    [{}, 400, 'MissingParameter'],
    [{ MatchCriteria: 'Sometimes' }, 400, 'InvalidParameter'],
    [{ MatchCriteria: 'Target' }, 400, 'MissingParameter'],
    [{ MatchCriteria: 'None', Id: 'eap-1' }, 400, 'InvalidParameter'],
  ])('are not set to %j', async (PrivatePoolOptions, status, code) => {
    const { account, InstanceId } = await setUp();
    const parameters = { RegionId, InstanceId, PrivatePoolOptions };
    const refusal = await account.refused('Ecs', 'ModifyInstanceAttachmentAttributes', parameters);
    expect(refusal).toMatchObject({ status, code });
  });

  it('are set for instances of the account in the region', () =>
    absent(
      'ModifyInstanceAttachmentAttributes',
      { PrivatePoolOptions: { MatchCriteria: 'Open' } },
      'InvalidInstanceId.NotFound',
    ));
});

describe('ModifyInstanceMetadataOptions', () => {
  const options = { AdditionalAttributes: ['META_OPTIONS'] };

  it('changes what is given', async () => {
    const { account, InstanceId, instance } = await setUp({ HttpTokens: 'required' });
    await account.ok('Ecs', 'ModifyInstanceMetadataOptions', { RegionId, InstanceId, HttpEndpoint: 'disabled' });
    expect((await instance(options)).MetadataOptions).toEqual({
      HttpEndpoint: 'disabled',
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 1,
      InstanceMetadataTags: 'disabled',
    });
    const all = { HttpEndpoint: 'enabled', HttpTokens: 'optional', InstanceMetadataTags: 'enabled' };
    await account.ok('Ecs', 'ModifyInstanceMetadataOptions', {
      RegionId,
      InstanceId,
      ...all,
      HttpPutResponseHopLimit: 64,
    });
    expect((await instance(options)).MetadataOptions).toEqual({ ...all, HttpPutResponseHopLimit: 64 });
  });

  it.each([
    [{ HttpEndpoint: undefined }, 400, 'MissingParameter'],
    [{ HttpEndpoint: 'ajar' }, 400, 'InvalidHttpEndpoint.NotSupported'],
    [{ HttpTokens: 'maybe' }, 400, 'InvalidHttpTokens.NotSupported'],
    [{ HttpPutResponseHopLimit: 0 }, 400, 'InvalidHttpPutResponseHopLimit.NotSupported'],
    [{ HttpPutResponseHopLimit: 65 }, 400, 'InvalidHttpPutResponseHopLimit.NotSupported'],
    [{ InstanceMetadataTags: 'some' }, 400, 'InvalidParameter'],
    [{ InstanceId: undefined }, 400, 'MissingParameter'],
  ])('refuses %j', async (parameters, status, code) => {
    const { account, InstanceId } = await setUp();
    const all = { RegionId, InstanceId, HttpEndpoint: 'enabled', ...parameters };
    expect(await account.refused('Ecs', 'ModifyInstanceMetadataOptions', all)).toMatchObject({ status, code });
  });

  it('finds instances of the account in the region', () =>
    absent('ModifyInstanceMetadataOptions', { HttpEndpoint: 'enabled' }, 'InvalidInstanceId.NotFound'));

  it('is what DescribeInstances filters by', async () => {
    const { account, network, InstanceId } = await setUp({ HttpTokens: 'required', HpcClusterId: 'hpc-1' });
    const other = await account.runInstance(network, { HttpEndpoint: 'disabled' });
    const ids = async (parameters: object): Promise<string[]> =>
      (await account.ok('Ecs', 'DescribeInstances', { RegionId, ...parameters })).Instances.Instance.map(
        (instance: Body) => instance.InstanceId,
      );
    expect(await ids({ HttpTokens: 'required' })).toEqual([InstanceId]);
    expect(await ids({ HttpTokens: 'optional' })).toEqual([other]);
    expect(await ids({ HttpEndpoint: 'disabled' })).toEqual([other]);
    expect(await ids({ HttpEndpoint: 'enabled' })).toEqual([InstanceId]);
    expect(await ids({ HpcClusterId: 'hpc-1' })).toEqual([InstanceId]);
    expect(await ids({ HpcClusterId: 'hpc' })).toEqual([]);
    expect(await ids({ DeviceAvailable: false })).toEqual([]);
  });
});
