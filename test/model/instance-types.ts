/** What the model has to know of an instance type (semantics, 4.7 and 2.3). */
interface InstanceType {
  /** Interfaces of an instance, the primary one included. */
  readonly eniQuantity: number;
  /** Private IPv4 addresses of an interface, the primary one included. */
  readonly ipv4PerEni: number;
  readonly ipv6PerEni: number;
  /** Whether a running instance takes and gives up interfaces. */
  readonly hotPlug: boolean;
  /** Members of all its trunks together; 0 where it takes none. */
  readonly members: number;
}

/** Types with few interfaces and addresses, so that their limits are met. */
export const instanceTypes: Readonly<Record<string, InstanceType>> = {
  'ecs.g6.large': { eniQuantity: 2, ipv4PerEni: 6, ipv6PerEni: 1, hotPlug: true, members: 0 },
  'ecs.g6.xlarge': { eniQuantity: 3, ipv4PerEni: 10, ipv6PerEni: 1, hotPlug: true, members: 0 },
  'ecs.g7.large': { eniQuantity: 3, ipv4PerEni: 6, ipv6PerEni: 6, hotPlug: true, members: 10 },
  'ecs.t6-c1m1.large': { eniQuantity: 2, ipv4PerEni: 2, ipv6PerEni: 1, hotPlug: false, members: 0 },
};

export function typeOf({ type }: { readonly type: string }): InstanceType {
  const known = instanceTypes[type];
  if (known === undefined) throw new Error(`the model does not know the instance type ${type}`);
  return known;
}
