import { type GroupedResourceKind, groupedResourceKind } from '../operation/resource-kind.ts';

/** The ECS resources that can carry tags and be in resource groups, by what `ResourceType` names them; the case counts. */
export const ecsResourceKinds: readonly GroupedResourceKind[] = [
  groupedResourceKind({ product: 'ecs', name: 'eni', table: 'network_interface', idColumn: 'network_interface_id' }),
  groupedResourceKind({ product: 'ecs', name: 'instance', table: 'instance', idColumn: 'instance_id' }),
  groupedResourceKind({
    product: 'ecs',
    name: 'securitygroup',
    table: 'security_group',
    idColumn: 'security_group_id',
  }),
  groupedResourceKind({ product: 'ecs', name: 'disk', table: 'disk', idColumn: 'disk_id' }),
  groupedResourceKind({ product: 'ecs', name: 'snapshot', table: 'snapshot', idColumn: 'snapshot_id' }),
  groupedResourceKind({ product: 'ecs', name: 'keypair', table: 'key_pair', idColumn: 'key_pair_name' }),
];

const byName = new Map(ecsResourceKinds.map((kind) => [kind.name, kind]));

export function findEcsResourceKind(resourceType: string): GroupedResourceKind | undefined {
  return byName.get(resourceType);
}
