import type { TestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

/** An account with a network interface that has two secondary addresses, and with an idle elastic IP address. */
export async function eipAndInterface(
  localyun: TestLocalyun,
  parameters: Body = { SecondaryPrivateIpAddressCount: 2 },
) {
  const account = localyun.account();
  const network = await account.network();
  const eni = await account.createNetworkInterface(network, parameters);
  const addresses: string[] = eni.PrivateIpSets.PrivateIpSet.map((set: Body) => set.PrivateIpAddress);
  const id: string = eni.NetworkInterfaceId;
  const { AllocationId, EipAddress } = await allocate(account);
  return { account, network, id, addresses, AllocationId, EipAddress };
}

export function allocate(account: TestAccount, parameters = {}) {
  return account.ok('Vpc', 'AllocateEipAddress', { RegionId, ...parameters });
}

export function associate(account: TestAccount, AllocationId: string, InstanceId: string, parameters = {}) {
  return account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId, ...parameters });
}

export function refusedAssociation(account: TestAccount, AllocationId: string, InstanceId: string, parameters = {}) {
  return account.refused('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId, ...parameters });
}

/** The elastic IP address as DescribeEipAddresses lists it. */
export async function describeEip(account: TestAccount, AllocationId: string): Promise<Body> {
  const answer = await account.ok('Vpc', 'DescribeEipAddresses', { RegionId, AllocationId });
  return answer.EipAddresses.EipAddress[0];
}

/** Attaches a network interface and waits until it is InUse. */
export async function attach(
  localyun: TestLocalyun,
  account: TestAccount,
  NetworkInterfaceId: string,
  InstanceId: string,
): Promise<void> {
  await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId });
  await localyun.advance(5_000);
}
