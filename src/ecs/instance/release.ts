import type { ChangeContext } from '../../operation/context.ts';
import { releaseDisksOf } from '../disk/instance-disks.ts';
import { becomeAvailable } from '../network-interface/lifecycle.ts';
import { networkInterfacesOf, saveAttachment } from '../network-interface/network-interface.table.ts';
import { type NetworkInterface, networkInterfaceResource } from '../network-interface/network-interface.ts';
import { eraseNetworkInterface } from '../network-interface/transitions.ts';
import { removeTags } from '../tag/tags.ts';
import { removeInstance } from './instance.table.ts';
import { autoReleaseResource, type Instance, instanceTags } from './instance.ts';

/**
 * Takes an instance out of existence. Its primary network interface goes with it, and so do attached ones that were
 * made to; the others, and those of other accounts, become Available (ENI-156..158). So it is with its disks.
 */
export async function releaseInstance(instance: Instance, context: ChangeContext): Promise<void> {
  const { tx, transitions } = context;
  const { instanceId } = instance;
  const attached = await networkInterfacesOf(tx, instanceId);
  // Members leave their trunks before those can go.
  const members = attached.filter((eni) => eni.type === 'Member');
  for (const eni of [...members, ...attached.filter((other) => other.type !== 'Member')]) {
    await transitions.cancel(networkInterfaceResource, eni.networkInterfaceId);
    if (goesWithInstance(eni, instance)) await eraseNetworkInterface(context, eni);
    else await saveAttachment(tx, released(eni));
  }
  await releaseDisksOf(instanceId, context);
  await removeTags({ tx, ...instance }, instanceTags, instanceId);
  await transitions.cancel(autoReleaseResource, instanceId);
  await removeInstance(tx, instanceId);
}

/** One that is only on its way to or from the instance is not attached, and stays. */
function goesWithInstance({ accountId, type, status, deleteOnRelease }: NetworkInterface, instance: Instance): boolean {
  return type === 'Primary' || (accountId === instance.accountId && status === 'InUse' && deleteOnRelease === 1);
}

/** Any state of attachment -> Available. */
function released(eni: NetworkInterface): NetworkInterface {
  return becomeAvailable(eni.status === 'InUse' ? { ...eni, status: 'Detaching' } : eni);
}
