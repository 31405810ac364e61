import { findAnyInstance } from '../../ecs/instance/instance.table.ts';
import { addressesOf } from '../../ecs/network-interface/addresses.ts';
import { findAnyNetworkInterface, networkInterfacesOf } from '../../ecs/network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../../ecs/network-interface/network-interface.ts';
import type { Transaction } from '../../store/store.ts';
import { eipsOn } from './eip.table.ts';
import type { EipInstanceType } from './eip.ts';
import type { Target } from './lifecycle.ts';

/**
 * The account's instance or network interface that an address is or is to be associated with, in any region. An
 * instance stands for its primary network interface.
 */
export async function findTarget(
  tx: Transaction,
  accountId: string,
  instanceType: EipInstanceType,
  instanceId: string,
): Promise<Target | undefined> {
  const found = await (instanceType === 'EcsInstance' ? findPrimary(tx, instanceId) : findSelf(tx, instanceId));
  if (found?.networkInterface.accountId !== accountId) return undefined;
  const { networkInterface: eni, status } = found;
  return {
    instanceType,
    instanceId,
    regionId: eni.regionId,
    status,
    networkInterfaceId: eni.networkInterfaceId,
    attached: eni.instanceId !== null,
    serviceManaged: eni.serviceId !== null,
    privateAddresses: (await addressesOf(tx, eni.networkInterfaceId)).map(({ address }) => address),
    hasPrefixes: eni.ipv4PrefixCount > 0,
    eips: await eipsOn(tx, eni.networkInterfaceId),
  };
}

interface Found {
  readonly networkInterface: NetworkInterface;
  readonly status: string;
}

async function findPrimary(tx: Transaction, instanceId: string): Promise<Found | undefined> {
  const instance = await findAnyInstance(tx, instanceId);
  const interfaces = instance === undefined ? [] : await networkInterfacesOf(tx, instanceId);
  const primary = interfaces.find(({ type }) => type === 'Primary');
  return instance && primary && { networkInterface: primary, status: instance.status };
}

async function findSelf(tx: Transaction, networkInterfaceId: string): Promise<Found | undefined> {
  const eni = await findAnyNetworkInterface(tx, networkInterfaceId);
  return eni && { networkInterface: eni, status: eni.status };
}
