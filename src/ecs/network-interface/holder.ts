import type { Transaction } from '../../store/store.ts';
import { findAnyInstance } from '../instance/instance.table.ts';
import { type AttachingInstance, attachingInstance } from './attaching-instance.ts';
import { networkInterfacesOf } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';

/** The instance an interface is attached to, whoever owns it, and what else takes of its limits: members of trunks do not. */
export interface Holder {
  readonly instance: AttachingInstance;
  readonly others: readonly NetworkInterface[];
}

export async function holderOf(tx: Transaction, eni: NetworkInterface): Promise<Holder | undefined> {
  if (eni.instanceId === null) return undefined;
  const instance = await findAnyInstance(tx, eni.instanceId);
  if (instance === undefined) throw new Error(`network interface ${eni.networkInterfaceId} is attached to nothing`);
  const attached = await networkInterfacesOf(tx, eni.instanceId);
  const others = attached.filter((other) => other.networkInterfaceId !== eni.networkInterfaceId);
  return {
    instance: attachingInstance(instance),
    others: others.filter((other) => other.type !== 'Member'),
  };
}
