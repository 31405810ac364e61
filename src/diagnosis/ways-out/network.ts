import { permittedIn } from '../permitted.ts';
import { call, named, note, type Refused, repeat, wait } from '../refused.ts';
import type { Step } from '../step.ts';
import { interfaceOfRow, remove, removeInstance } from './network-interface.ts';

/** A security group that has members or is referred to. */
export function emptySecurityGroup(refused: Refused): readonly Step[] {
  const group = named(refused, 'SecurityGroupId');
  if (group === undefined || group.missing) return [];
  const { regionId } = refused;
  const revoking = (group.related.referringRules ?? []).map(({ direction, securityGroupId, securityGroupRuleId }) =>
    call(
      'Ecs',
      direction === 'egress' ? 'RevokeSecurityGroupEgress' : 'RevokeSecurityGroup',
      {
        RegionId: regionId,
        SecurityGroupId: String(securityGroupId),
        'SecurityGroupRuleId.1': String(securityGroupRuleId),
      },
      `revoke the rule of ${securityGroupId} that refers to ${group.id}`,
    ),
  );
  return [...revoking, ...emptied(refused, group.related.networkInterfaces ?? []), repeat(refused)];
}

/** A vSwitch with interfaces and instances. */
export function emptyVSwitch(refused: Refused): readonly Step[] {
  const vSwitch = named(refused, 'VSwitchId');
  if (vSwitch === undefined || vSwitch.missing) return [];
  return [...emptied(refused, vSwitch.related.networkInterfaces ?? []), repeat(refused)];
}

/** Deletes instances first, since their primary interfaces go with them, and then what is left. */
function emptied(
  { regionId }: Refused,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): readonly Step[] {
  const instances = rows.filter(({ type }) => type === 'Primary').map(({ instanceId }) => String(instanceId));
  const others = rows.filter(({ type }) => type !== 'Primary');
  return [
    ...others.flatMap((row) => remove(regionId, interfaceOfRow(row))),
    ...[...new Set(instances)].flatMap((id) => removeInstance(regionId, id)),
  ];
}

/** A VPC with vSwitches, groups, route tables or a gateway in it. */
export function emptyVpc(refused: Refused): readonly Step[] {
  const vpc = named(refused, 'VpcId');
  if (vpc === undefined || vpc.missing) return [];
  const { regionId: RegionId } = refused;
  const ids = (relation: string, member: string) => (vpc.related[relation] ?? []).map((row) => String(row[member]));
  const gateways = ids('ipv6Gateways', 'ipv6GatewayId');
  const tables = (vpc.related.routeTables ?? []).filter(({ routeTableType }) => routeTableType === 'Custom');
  return [
    ...ids('vSwitches', 'vSwitchId').flatMap((VSwitchId) => [
      call('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId }, `delete ${VSwitchId}, when it is empty`),
      wait('v-switch', RegionId, VSwitchId, 'gone'),
    ]),
    ...ids('securityGroups', 'securityGroupId').map((SecurityGroupId) =>
      call('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId }, `delete ${SecurityGroupId}`),
    ),
    ...tables.map(({ routeTableId }) =>
      call('Vpc', 'DeleteRouteTable', { RegionId, RouteTableId: String(routeTableId) }, `delete ${routeTableId}`),
    ),
    ...gateways.map((Ipv6GatewayId) =>
      call('Vpc', 'DeleteIpv6Gateway', { RegionId, Ipv6GatewayId }, `delete ${Ipv6GatewayId}`),
    ),
    repeat(refused),
  ];
}

/** A vSwitch or VPC that is in the middle of a change. */
export function waitForAvailable(refused: Refused): readonly Step[] {
  const busy = refused.evidence.resources.find(
    ({ type, members }) => (type === 'v-switch' || type === 'vpc') && members.status === 'Pending',
  );
  if (busy === undefined) return [];
  return [wait(busy.type === 'vpc' ? 'vpc' : 'v-switch', refused.regionId, busy.id, 'Available'), repeat(refused)];
}

/** An elastic IP address in a status that does not allow the call. */
export function settleElasticIpAddress(refused: Refused): readonly Step[] {
  const address = named(refused, 'AllocationId');
  if (address === undefined || address.missing) return [];
  const { regionId } = refused;
  const { status, instanceId, instanceType } = address.members;
  const available = wait('elastic-ip-address', regionId, address.id, 'Available');
  if (status === 'InUse' && refused.request.action !== 'UnassociateEipAddress') {
    const of = {
      ...(typeof instanceId === 'string' ? { InstanceId: instanceId } : {}),
      ...(typeof instanceType === 'string' ? { InstanceType: instanceType } : {}),
    };
    const parameters = { RegionId: regionId, AllocationId: address.id, ...of };
    return [
      call('Vpc', 'UnassociateEipAddress', parameters, `take ${address.id} off ${instanceId}`),
      available,
      repeat(refused),
    ];
  }
  if (status === 'Unassociating') return [available, repeat(refused)];
  if (status === 'Associating') return [wait('elastic-ip-address', regionId, address.id, 'InUse'), repeat(refused)];
  return [note(`${address.id} is ${status}: there is nothing to do before the call makes sense.`)];
}

/** An instance in a status that does not allow the call. */
export function settleInstance(refused: Refused): readonly Step[] {
  const instance =
    named(refused, 'InstanceId', 'InstanceIds') ?? refused.evidence.resources.find(({ type }) => type === 'instance');
  if (instance === undefined || instance.missing) return [];
  const { regionId: RegionId, message } = refused;
  const { status } = instance.members;
  const permitted = permittedIn(message);
  const wantsStopped =
    message.includes('is not stopped') || (permitted.includes('Stopped') && !permitted.includes('Running'));
  const until = wantsStopped || status === 'Stopping' ? 'Stopped' : 'Running';
  const settled = wait('instance', RegionId, instance.id, until);
  if (wantsStopped && status === 'Running') {
    return [
      call('Ecs', 'StopInstance', { RegionId, InstanceId: instance.id }, `stop ${instance.id}`),
      settled,
      repeat(refused),
    ];
  }
  if (!wantsStopped && status === 'Stopped') {
    return [
      call('Ecs', 'StartInstance', { RegionId, InstanceId: instance.id }, `start ${instance.id}`),
      settled,
      repeat(refused),
    ];
  }
  return [settled, repeat(refused)];
}
