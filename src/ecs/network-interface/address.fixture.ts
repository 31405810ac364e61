import type { TestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

/** The /64 that the vSwitches of `ipv6Network` have, without its last groups. */
export type Ipv6Network = TestNetwork & { readonly start: string };

let networks = 0;

/** A network whose VPC has a /56 of its own and whose vSwitch the first /64 of it. */
export async function ipv6Network(
  localyun: TestLocalyun,
  account: TestAccount,
  wanted: { cidrBlock?: string } = {},
): Promise<Ipv6Network> {
  networks += 1;
  const start = `2001:db8:a:${networks.toString(16)}00`;
  const network = await account.network(wanted);
  const { regionId: RegionId, vpcId: VpcId, vSwitchId: VSwitchId } = network;
  await account.ok('Vpc', 'ModifyVpcAttribute', {
    RegionId,
    VpcId,
    EnableIPv6: true,
    Ipv6CidrBlock: `${start}::/56`,
  });
  await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 0 });
  await localyun.advance(1_000);
  return { ...network, start };
}

/** An interface's addresses and prefixes as DescribeNetworkInterfaces lists them. */
export async function heldBy(account: TestAccount, network: TestNetwork, id: string) {
  const eni = await account.describeNetworkInterface(network, id);
  if (eni === undefined) throw new Error(`${id} is gone`);
  const texts = (set: Body[], name: string): string[] => set.map((item) => item[name]);
  return {
    ipv4: texts(eni.PrivateIpSets.PrivateIpSet, 'PrivateIpAddress'),
    ipv4Prefixes: texts(eni.Ipv4PrefixSets.Ipv4PrefixSet, 'Ipv4Prefix'),
    ipv6: texts(eni.Ipv6Sets.Ipv6Set, 'Ipv6Address'),
    ipv6Prefixes: texts(eni.Ipv6PrefixSets.Ipv6PrefixSet, 'Ipv6Prefix'),
  };
}

/** How many addresses the vSwitch says are idle. */
export async function availableIn(account: TestAccount, { regionId, vSwitchId }: TestNetwork): Promise<number> {
  const { AvailableIpAddressCount } = await account.ok('Vpc', 'DescribeVSwitchAttributes', {
    RegionId: regionId,
    VSwitchId: vSwitchId,
  });
  return AvailableIpAddressCount;
}

/** How much of the group's capacity is taken. */
export async function takenOf(account: TestAccount, { regionId, securityGroupId }: TestNetwork): Promise<number> {
  const { SecurityGroups } = await account.ok('Ecs', 'DescribeSecurityGroups', {
    RegionId: regionId,
    SecurityGroupId: securityGroupId,
  });
  return SecurityGroups.SecurityGroup[0].EcsCount;
}
