import type { Instance } from '../instance/instance.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';

/** What the life of an interface needs to know of an instance, with the limits of its type. */
export type AttachingInstance = InstanceType &
  Pick<Instance, 'instanceId' | 'accountId' | 'vpcId' | 'zoneId' | 'status' | 'instanceType'>;

/** An instance with the limits of its type, as the life of a network interface looks at it. */
export function attachingInstance(instance: Instance): AttachingInstance {
  const type = findInstanceType(instance.instanceType);
  if (type === undefined)
    throw new Error(`instance ${instance.instanceId} has the unknown type ${instance.instanceType}`);
  return { ...type, ...instance };
}
