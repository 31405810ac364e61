import fc from 'fast-check';
import type { Model } from '../model.ts';
import { idOf, type Pick, pick, sometimes } from '../picks.ts';
import type { AccountName, Instance, NetworkInterface, ResourceGroup } from '../resources.ts';

export function eniOf(drawn: Pick, model: Model, who: AccountName, fits?: (eni: NetworkInterface) => boolean): string {
  return idOf(drawn, { model, who, resources: model.enis, prefix: 'eni' }, fits);
}

export function instanceOf(drawn: Pick, model: Model, who: AccountName, fits?: (one: Instance) => boolean): string {
  return idOf(drawn, { model, who, resources: model.instances, prefix: 'i' }, fits);
}

export const isIdle = ({ status, type }: NetworkInterface) => status === 'Available' && type !== 'Primary';
export const isSettled = ({ status }: Instance) => status === 'Running' || status === 'Stopped';

/** One of few tokens, so that they meet again. */
export const clientToken = sometimes(4, fc.constantFrom('one', 'two', 'three'));

export const tags = fc.uniqueArray(
  fc.record({ Key: fc.constantFrom('a', 'b', 'c'), Value: fc.constantFrom('', 'x', 'y') }),
  { maxLength: 2, selector: ({ Key }) => Key },
);

/** Seldom one; then mostly one that resources can be put in. */
export const resourceGroup = sometimes(6, pick);

export function resourceGroupOf(
  drawn: Pick,
  model: Model,
  who: AccountName,
  fits: (group: ResourceGroup) => boolean = ({ status }) => status !== 'PendingDelete',
): string {
  return idOf(drawn, { model, who, resources: model.resourceGroups, prefix: 'rg' }, fits);
}
