import type { OperationContext } from '../../operation/context.ts';
import { findAnyNetworkInterface } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { findGiven } from './network-interface-permission.table.ts';

/** The account's network interface in the region, or one of another account that it was given the permission to attach (ENI-91). */
export async function findAttachable(
  { tx, accountId, regionId }: OperationContext,
  id: string,
): Promise<NetworkInterface | undefined> {
  const eni = await findAnyNetworkInterface(tx, id);
  if (eni?.regionId !== regionId) return undefined;
  if (eni.accountId === accountId) return eni;
  const given = await findGiven(tx, id, accountId);
  return given?.permissionState === 'Granted' ? eni : undefined;
}
