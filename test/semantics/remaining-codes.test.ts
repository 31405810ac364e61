import { beforeAll, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Parameters, Product } from '../support/signed-client.ts';
import { callWith } from '../support/signed-request.ts';
import type { TestAccount, TestNetwork } from '../support/test-account.ts';

/** Parameters beside those that are in order, and what they are refused with. */
type Row = readonly [parameters: Parameters, status: number, code: string];

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const malformedTagValue = [{ Key: 'k', Value: 'http://x' }];
const sameTagTwice = [{ Key: 'k' }, { Key: 'k' }];
const tooManyTags = Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` }));
let account: TestAccount;
let network: TestNetwork;

beforeAll(async () => {
  account = localyun.account();
  network = await account.network();
});

async function expectRefusal(product: Product, action: string, [parameters, status, code]: Row): Promise<void> {
  const refusal = await account.refused(product, action, { RegionId, ...parameters });
  expect(refusal).toMatchObject({ status, code });
}

describe('regions and zones', () => {
  it.each<Row>([
    [{ AcceptLanguage: 'tlh' }, 400, 'InvalidAcceptLanguage.NotFound'],
    [{ InstanceChargeType: 'Barter' }, 400, 'InvalidInstanceChargeType.NotFound'],
  ])('DescribeZones refuses %j', (...row) => expectRefusal('Ecs', 'DescribeZones', row));
});

describe('network interfaces', () => {
  it.each<Row>([
    [{ NetworkInterfaceId: 'eni-none', InstanceId: 'web-1' }, 400, 'InvalidInstanceID.Malformed'],
    [{ NetworkInterfaceId: 'i-none', InstanceId: 'i-none' }, 400, 'InvalidParams.EniId'],
  ])('DetachNetworkInterface refuses %j', (...row) => expectRefusal('Ecs', 'DetachNetworkInterface', row));

  const gates: readonly (readonly [seed: object, status: number, code: string])[] = [
    [{ userTypeSupported: false }, 403, 'InvalidUserType.NotSupported'],
    [{ active: false }, 403, 'Abs.InvalidAccount.NotFound'],
    [{ regionsWithoutNetworkInterfaces: [RegionId] }, 400, 'Forbidden.RegionId'],
    [{ ramSupported: false }, 403, 'Forbidden.NotSupportRAM'],
  ];

  /** Calls as the user of an account that is barred, or as the account itself where only users are let in or not. */
  async function expectBarred(action: string, parameters: Parameters, [seed, status, code]: (typeof gates)[number]) {
    const { accessKeyId } = localyun.account();
    const user = { accessKeyId: `${accessKeyId}-erin`, accessKeySecret: 'erin-secret' };
    const ramUsers = [{ userName: 'erin', ...user }];
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, ramUsers, ...seed }] });
    const key = 'ramSupported' in seed ? user : { accessKeyId, accessKeySecret: 'localyun' };
    const { status: answered, text } = await callWith(localyun.port, key, 'Ecs', action, { RegionId, ...parameters });
    expect({ status: answered, code: JSON.parse(text).Code }).toEqual({ status, code });
  }

  it.each(gates)('ModifyNetworkInterfaceAttribute is barred by %j', (...gate) =>
    expectBarred('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: 'eni-none' }, gate),
  );

  it.each(gates)('UnassignPrivateIpAddresses is barred by %j', (...gate) =>
    expectBarred(
      'UnassignPrivateIpAddresses',
      { NetworkInterfaceId: 'eni-none', PrivateIpAddress: ['192.168.0.9'] },
      gate,
    ),
  );
});

describe('instances', () => {
  it.each<Row>([
    [{ NetworkInterface: [{ NetworkInterfaceId: 'i-none' }] }, 400, 'InvalidParams.EniId'],
    [{ NetworkInterface: [{ NetworkInterfaceName: '1' }] }, 403, 'InvalidParams.NetworkInterfaceName'],
    [{ Tag: [{ Key: 'acs:k' }] }, 400, 'InvalidTagKey.Malformed'],
    [{ Tag: malformedTagValue }, 400, 'InvalidTagValue.Malformed'],
  ])('RunInstances refuses %j', (...[parameters, status, code]) => {
    const { vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
    const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
    const usual = { InstanceType: 'ecs.g6.xlarge', ImageId, VSwitchId, SecurityGroupId };
    return expectRefusal('Ecs', 'RunInstances', [{ ...usual, ...parameters }, status, code]);
  });

  it('RunInstances refuses an existing interface of the RDMA mode for a type without it', async () => {
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, {
      NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'HighPerformance' },
    });
    const { vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
    const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
    const NetworkInterface = [{ NetworkInterfaceId }];
    await expectRefusal('Ecs', 'RunInstances', [
      { InstanceType: 'ecs.g6.xlarge', ImageId, VSwitchId, SecurityGroupId, NetworkInterface },
      400,
      'InvalidOperation.InstanceTypeNotSupportHighPerformance',
    ]);
  });

  it('StartInstance leaves it at a dry run', async () => {
    const InstanceId = await account.runInstance(network);
    await account.ok('Ecs', 'StopInstance', { InstanceId, ForceStop: true });
    await localyun.advance(60_000);
    await expectRefusal('Ecs', 'StartInstance', [{ InstanceId, DryRun: true }, 400, 'DryRunOperation']);
    const { Instances } = await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: `["${InstanceId}"]` });
    expect(Instances.Instance[0].Status).toBe('Stopped');
  });
});

describe('security groups and tags', () => {
  it('ModifySecurityGroupRule needs a group', () =>
    expectRefusal('Ecs', 'ModifySecurityGroupRule', [{}, 400, 'MissingParameter']));

  it('RevokeSecurityGroupEgress needs a group', () =>
    expectRefusal('Ecs', 'RevokeSecurityGroupEgress', [{}, 400, 'MissingParameter']));

  it.each<Row>([
    [{ Tag: malformedTagValue }, 400, 'InvalidTagValue.Malformed'],
    [{ RegionId: 'cn-nowhere', Tag: [{ Key: 'k' }] }, 404, 'InvalidRegionId.NotFound'],
  ])('ListTagResources refuses %j', (...[parameters, status, code]) =>
    expectRefusal('Ecs', 'ListTagResources', [{ ResourceType: 'eni', ...parameters }, status, code]),
  );
});

describe('virtual private clouds', () => {
  it.each<Row>([
    [{ Tag: sameTagTwice }, 400, 'Forbidden.TagKey.Duplicated'],
    [{ Tag: malformedTagValue }, 400, 'InvalidTagValue'],
    [{ Tag: tooManyTags }, 400, 'SizeLimitExceeded.TagNum'],
  ])('AllocateEipAddress refuses %j', (...row) => expectRefusal('Vpc', 'AllocateEipAddress', row));

  it.each<Row>([
    [{ Tag: sameTagTwice }, 400, 'Forbidden.TagKey.Duplicated'],
    [{ Tag: malformedTagValue }, 400, 'InvalidTagValue'],
    [{ Tag: tooManyTags }, 400, 'SizeLimitExceeded.TagNum'],
  ])('CreateVSwitch refuses %j', (...[parameters, status, code]) => {
    const usual = { VpcId: network.vpcId, ZoneId: network.zoneId, CidrBlock: '192.168.9.0/24' };
    return expectRefusal('Vpc', 'CreateVSwitch', [{ ...usual, ...parameters }, status, code]);
  });

  it('DescribeEipAddresses takes 20 tags', () =>
    expectRefusal('Vpc', 'DescribeEipAddresses', [{ Tag: tooManyTags }, 400, 'SizeLimitExceeded.TagNum']));

  it('DescribeVSwitches takes 20 tags', () =>
    expectRefusal('Vpc', 'DescribeVSwitches', [{ Tag: tooManyTags }, 400, 'SizeLimitExceeded.TagNum']));

  it.each<Row>([
    [{ Tag: tooManyTags }, 400, 'SizeLimitExceeded.TagNum'],
    [{ Tag: [{ Value: 'v' }] }, 400, 'InvalidTagKey'],
  ])('DescribeRouteTableList refuses %j', (...row) => expectRefusal('Vpc', 'DescribeRouteTableList', row));

  it('ModifyVSwitchAttribute takes no IPv6 mask but 64', () =>
    expectRefusal('Vpc', 'ModifyVSwitchAttribute', [
      { VSwitchId: network.vSwitchId, Ipv6CidrMask: 63 },
      400,
      'IllegalParam.CidrMask',
    ]));

  it('ModifyVSwitchAttribute finds no IPv6 block in a VPC that has all 256 in use', async () => {
    const owner = localyun.account();
    const quotas = { 'v-switches-per-vpc': 300 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: owner.accessKeyId, quotas }] });
    const { VpcId } = await owner.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8', EnableIpv6: true });
    await localyun.advance(1_000);
    const usual = { RegionId, VpcId, ZoneId: network.zoneId };
    for (let n = 0; n < 256; n += 1) {
      await owner.ok('Vpc', 'CreateVSwitch', { ...usual, CidrBlock: `10.1.${n}.0/24`, Ipv6CidrBlock: n });
    }
    const VSwitchId = await owner.vSwitch(
      { regionId: RegionId, vpcId: VpcId },
      { zoneId: network.zoneId, cidrBlock: '10.2.0.0/24' },
    );
    const parameters = { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrMask: 64 };
    expect(await owner.refused('Vpc', 'ModifyVSwitchAttribute', parameters)).toMatchObject({
      status: 400,
      code: 'OperationDenied.AvailableCidrInsufficient',
    });
  });
});

describe('resource groups', () => {
  it.each<Row>([
    [{ Tag: sameTagTwice }, 400, 'Duplicate.TagKey'],
    [{ Tag: malformedTagValue }, 400, 'InvalidParameter.TagValue'],
    [{ Tag: tooManyTags }, 400, 'NumberExceed.Tags'],
  ])('CreateResourceGroup refuses %j', (...[parameters, status, code]) =>
    expectRefusal('ResourceManager', 'CreateResourceGroup', [
      { Name: 'group', DisplayName: 'group', ...parameters },
      status,
      code,
    ]),
  );
});
