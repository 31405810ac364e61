import type { Instance } from '../instance/instance.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import type { DiskInstance } from './lifecycle.ts';

/** An instance with the limit of its type, as the life of a disk looks at it. */
export function diskInstance({ instanceId, instanceType, zoneId, status }: Instance): DiskInstance {
  const type = findInstanceType(instanceType);
  if (type === undefined) throw new Error(`instance ${instanceId} has the unknown type ${instanceType}`);
  return { instanceId, instanceType, zoneId, status, diskQuantity: type.diskQuantity };
}
