import type { ChangeContext } from '../../operation/context.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import type { TransitionHandler } from '../../operation/transition.ts';
import { leaveAllGroups } from '../security-group/membership.ts';
import { removeTags } from '../tag/tags.ts';
import { capacityTakenBy } from './address-limits.ts';
import { releaseAllAddresses } from './addresses.ts';
import { leaveDependants } from './dependants.ts';
import { ipv6AddressesOfAll, releaseIpv6Addresses } from './ipv6-addresses.ts';
import { ipv6PrefixesOfAll, releaseIpv6Prefixes } from './ipv6-prefixes.ts';
import { becomeAvailable, completeAttachment, failDeletion, failDetachment } from './lifecycle.ts';
import { findAnyNetworkInterface, removeNetworkInterface, saveAttachment } from './network-interface.table.ts';
import { type NetworkInterface, networkInterfaceResource } from './network-interface.ts';

/** The tag resource type of network interfaces. */
export const networkInterfaceTags = 'ecs/eni';

/** How network interfaces' delayed changes end. The fast profile keeps inside the shortest client budgets (ENI-122). */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: networkInterfaceResource,
    kind: 'attach',
    fastMs: 800,
    realMs: 3_000,
    complete: change(completeAttachment),
    fail: change(becomeAvailable),
  },
  // Members of trunks come and go faster: no device is plugged.
  {
    resourceType: networkInterfaceResource,
    kind: 'attach-member',
    fastMs: 400,
    realMs: 1_000,
    complete: change(completeAttachment),
    fail: change(becomeAvailable),
  },
  {
    resourceType: networkInterfaceResource,
    kind: 'detach',
    fastMs: 800,
    realMs: 4_000,
    complete: change(becomeAvailable),
    fail: change(failDetachment),
  },
  {
    resourceType: networkInterfaceResource,
    kind: 'detach-member',
    fastMs: 400,
    realMs: 1_500,
    complete: change(becomeAvailable),
    fail: change(failDetachment),
  },
  {
    resourceType: networkInterfaceResource,
    kind: 'delete',
    fastMs: 800,
    realMs: 2_000,
    async complete(id, context) {
      const eni = await findAnyNetworkInterface(context.tx, id);
      if (eni) await eraseNetworkInterface(context, eni);
    },
    fail: change(failDeletion),
  },
];

/** Takes an interface out of existence: addresses, memberships, EIPs, tags and the quota it counted for come free now. */
export async function eraseNetworkInterface(context: ChangeContext, eni: NetworkInterface): Promise<void> {
  const { tx } = context;
  const id = eni.networkInterfaceId;
  const addressCount = await releaseAllAddresses(tx, id);
  if (eni.ipv6AddressCount > 0) await releaseIpv6Addresses(tx, await ipv6AddressesOfAll(tx, [id]));
  if (eni.ipv6PrefixCount > 0) await releaseIpv6Prefixes(tx, await ipv6PrefixesOfAll(tx, [id]));
  await leaveAllGroups(tx, id, capacityTakenBy(eni, addressCount));
  await leaveDependants(context, id);
  await removeTags({ tx, ...eni }, networkInterfaceTags, id);
  await removeNetworkInterface(tx, id);
  if (eni.type !== 'Primary') await returnQuota({ tx, ...eni }, 'network-interfaces', 1);
}

function change(next: (eni: NetworkInterface) => NetworkInterface) {
  return async (id: string, { tx }: ChangeContext): Promise<void> => {
    const eni = await findAnyNetworkInterface(tx, id);
    if (eni) await saveAttachment(tx, next(eni));
  };
}
