import type { ResourceRow } from '../../requests/refusal/resource-kinds.ts';
import type { ResourceState } from '../../requests/refusal/resource-state.ts';
import { call, control, named, note, type Refused, repeat, wait } from '../refused.ts';
import type { Step } from '../step.ts';
import { repeatThere } from './region.ts';

/** What is known of a network interface, named by a call or found beside what it named. */
interface Interface {
  readonly id: string;
  readonly row: ResourceRow;
  readonly members: readonly ResourceRow[];
  readonly elasticIpAddresses: readonly ResourceRow[];
}

export function interfaceOf({ id, members, related }: ResourceState): Interface {
  return { id, row: members, members: related.members ?? [], elasticIpAddresses: related.elasticIpAddresses ?? [] };
}

export function interfaceOfRow(row: ResourceRow): Interface {
  return { id: String(row.networkInterfaceId), row, members: [], elasticIpAddresses: [] };
}

/** Brings an interface into a state in which it is Available and can be deleted; undefined for what lives with its instance. */
export function free(
  regionId: string,
  { id, row, members, elasticIpAddresses }: Interface,
): readonly Step[] | undefined {
  if (row.type === 'Primary') return undefined;
  return [
    ...(row.serviceId == null
      ? []
      : [
          control(
            'PATCH',
            `/network-interfaces/${id}`,
            { serviceId: null },
            'the operator takes the interface from its service',
          ),
        ]),
    ...(row.slaveCount === 0 || row.slaveCount === undefined
      ? []
      : [control('PATCH', `/network-interfaces/${id}`, { slaveCount: 0 }, 'the operator takes the bond away')]),
    ...members.flatMap((member) => detach(regionId, String(member.networkInterfaceId), member)),
    ...elasticIpAddresses
      .filter(({ mode }) => mode === 'BINDED')
      .flatMap(({ allocationId }) => unassociate(regionId, String(allocationId), id)),
    ...detach(regionId, id, row),
  ];
}

function detach(regionId: string, id: string, { status, instanceId }: ResourceRow): readonly Step[] {
  if (typeof instanceId !== 'string' || status === 'Available' || status === 'Deleting') return [];
  const detaching = call(
    'Ecs',
    'DetachNetworkInterface',
    { RegionId: regionId, InstanceId: instanceId, NetworkInterfaceId: id },
    `detach ${id} from ${instanceId}`,
  );
  const available = wait('network-interface', regionId, id, 'Available');
  if (status === 'Detaching') return [available];
  return status === 'Attaching'
    ? [wait('network-interface', regionId, id, 'InUse'), detaching, available]
    : [detaching, available];
}

function unassociate(regionId: string, allocationId: string, instanceId: string): readonly Step[] {
  const parameters = {
    RegionId: regionId,
    AllocationId: allocationId,
    InstanceId: instanceId,
    InstanceType: 'NetworkInterface',
  };
  return [
    call('Vpc', 'UnassociateEipAddress', parameters, `take ${allocationId} off ${instanceId}`),
    wait('elastic-ip-address', regionId, allocationId, 'Available'),
  ];
}

/** Frees and deletes an interface; of a primary one the instance is deleted. */
export function remove(regionId: string, one: Interface): readonly Step[] {
  const { id, row } = one;
  const freeing = free(regionId, one);
  if (freeing === undefined) return typeof row.instanceId === 'string' ? removeInstance(regionId, row.instanceId) : [];
  return [
    ...freeing,
    call('Ecs', 'DeleteNetworkInterface', { RegionId: regionId, NetworkInterfaceId: id }, `delete ${id}`),
    wait('network-interface', regionId, id, 'gone'),
  ];
}

export function removeInstance(regionId: string, instanceId: string): readonly Step[] {
  return [
    call(
      'Ecs',
      'DeleteInstance',
      { RegionId: regionId, InstanceId: instanceId, Force: 'true' },
      `delete ${instanceId}`,
    ),
    wait('instance', regionId, instanceId, 'gone'),
  ];
}

/** The ways out of what concerns the interface that a call names. */
export function freeAndRepeat(refused: Refused): readonly Step[] {
  const { regionId, request } = refused;
  const state = named(refused, 'NetworkInterfaceId', 'InstanceId');
  if (state === undefined || state.missing || state.type !== 'network-interface') return [];
  const found = interfaceOf(state);
  if (request.action === 'DeleteNetworkInterface') {
    const freeing = free(regionId, found);
    if (freeing !== undefined) return [...freeing, repeat(refused)];
    const { instanceId } = found.row;
    return [
      note(
        `${found.id} is the primary interface of ${instanceId} and is deleted together with it; the call itself never succeeds.`,
      ),
      ...(typeof instanceId === 'string' ? removeInstance(regionId, instanceId) : []),
    ];
  }
  if (request.action === 'DetachNetworkInterface') return waitForSettled(refused, found);
  return [...(free(regionId, found) ?? []), repeat(refused)];
}

function waitForSettled(refused: Refused, { id, row }: Interface): readonly Step[] {
  if (row.status === 'Attaching') return [wait('network-interface', refused.regionId, id, 'InUse'), repeat(refused)];
  if (row.status === 'Available') return [note(`${id} is attached to nothing: there is nothing to detach.`)];
  return [];
}

/** An id that is of another region or account, or of nothing. */
export function findElsewhere(refused: Refused): readonly Step[] {
  const { evidence, request, parameters } = refused;
  const other = evidence.resources.find(
    ({ missing, members }) =>
      !missing && members.accountId === request.accountId && members.regionId !== refused.regionId,
  );
  if (other !== undefined) return [repeatThere(refused, other)];
  const foreign = evidence.resources.find(
    ({ missing, members }) => !missing && members.accountId !== request.accountId,
  );
  if (foreign !== undefined)
    return [note(`${foreign.id} belongs to the account ${foreign.members.accountId}: call with its key.`)];
  if (/^(Delete|Release|Terminate)/.test(request.action ?? '')) {
    return [note('It is not there, which is what the call was to bring about: take this answer for a success.')];
  }
  return [
    note(
      `Nothing has the id that was sent (${Object.values(parameters).join(', ')}): list what there is, and send an id of the list.`,
    ),
  ];
}
