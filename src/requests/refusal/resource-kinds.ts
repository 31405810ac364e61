import { type Statement, sql } from '../../store/statement.ts';

/** What is said of one resource: its members by name. */
export type ResourceRow = Readonly<Record<string, string | number | null>>;

/** Other resources that have to do with one: those in it, on it or referring to it. */
interface Relation {
  readonly name: string;
  readonly select: Statement<ResourceRow>;
}

/** A kind of resource that calls name by id. */
export interface ResourceKind {
  readonly type: string;
  readonly idPrefix: string;
  readonly select: Statement<ResourceRow>;
  readonly relations: readonly Relation[];
}

/** More than so many related resources are not listed. */
export const mostRelated = 20;

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const listOf = (names: readonly string[]): string => names.map((name) => `${columnOf(name)} AS "${name}"`).join(', ');

function kind(
  type: string,
  idPrefix: string,
  { id, table = columnOf(id).replace(/_id$/, '') }: { readonly id: string; readonly table?: string },
  members: readonly string[],
  relations: readonly Relation[] = [],
): ResourceKind {
  const columns = listOf([id, 'accountId', 'regionId', ...members]);
  return { type, idPrefix, select: sql(`SELECT ${columns} FROM ${table} WHERE ${columnOf(id)} = ?`), relations };
}

function related(name: string, table: string, by: string, members: readonly string[]): Relation {
  return { name, select: sql(`SELECT ${listOf(members)} FROM ${table} WHERE ${by} = ? LIMIT ${mostRelated}`) };
}

const interfaceMembers = [
  'networkInterfaceId',
  'type',
  'status',
  'instanceId',
  'trunkNetworkInterfaceId',
  'serviceId',
  'slaveCount',
];
const memberColumns = interfaceMembers.map((name) => `n.${columnOf(name)} AS "${name}"`).join(', ');

/** The kinds whose state a refusal may depend on; an id belongs to the first whose prefix it has. */
export const resourceKinds: readonly ResourceKind[] = [
  kind(
    'network-interface',
    'eni-',
    { id: 'networkInterfaceId' },
    [...interfaceMembers.slice(1), 'vpcId', 'vSwitchId', 'zoneId', 'trafficMode'],
    [
      related('members', 'network_interface', 'trunk_network_interface_id', interfaceMembers),
      related('elasticIpAddresses', 'eip', 'network_interface_id', ['allocationId', 'status', 'mode']),
    ],
  ),
  kind(
    'instance',
    'i-',
    { id: 'instanceId' },
    ['status', 'instanceType', 'vpcId', 'vSwitchId', 'zoneId', 'deletionProtection'],
    [related('networkInterfaces', 'network_interface', 'instance_id', interfaceMembers)],
  ),
  kind(
    'security-group',
    'sg-',
    { id: 'securityGroupId' },
    ['vpcId', 'securityGroupType', 'privateAddressCount'],
    [
      {
        name: 'networkInterfaces',
        select: sql(
          `SELECT ${memberColumns} FROM security_group_member m
           JOIN network_interface n ON n.network_interface_id = m.network_interface_id
         WHERE m.security_group_id = ? LIMIT ${mostRelated}`,
        ),
      },
      related('referringRules', 'security_group_rule', 'peer_group_id', [
        'securityGroupRuleId',
        'securityGroupId',
        'direction',
      ]),
    ],
  ),
  kind(
    'v-switch',
    'vsw-',
    { id: 'vSwitchId' },
    ['status', 'vpcId', 'zoneId', 'cidrBlock', 'routeTableId'],
    [
      related('networkInterfaces', 'network_interface', 'v_switch_id', interfaceMembers),
      related('instances', 'instance', 'v_switch_id', ['instanceId', 'status']),
    ],
  ),
  kind(
    'vpc',
    'vpc-',
    { id: 'vpcId' },
    ['status', 'cidrBlock', 'isDefault'],
    [
      related('vSwitches', 'v_switch', 'vpc_id', ['vSwitchId', 'status']),
      related('securityGroups', 'security_group', 'vpc_id', ['securityGroupId']),
      related('routeTables', 'route_table', 'vpc_id', ['routeTableId', 'routeTableType', 'status']),
      related('ipv6Gateways', 'ipv6_gateway', 'vpc_id', ['ipv6GatewayId', 'status']),
    ],
  ),
  kind('elastic-ip-address', 'eip-', { id: 'allocationId', table: 'eip' }, [
    'status',
    'mode',
    'instanceType',
    'instanceId',
    'networkInterfaceId',
    'deletionProtection',
  ]),
  kind('disk', 'd-', { id: 'diskId' }, ['status', 'type', 'instanceId', 'zoneId']),
  kind('snapshot', 's-', { id: 'snapshotId' }, ['status', 'sourceDiskId']),
  kind('route-table', 'vtb-', { id: 'routeTableId' }, ['status', 'routeTableType', 'vpcId']),
  kind('route-entry', 'rte-', { id: 'routeEntryId' }, ['status', 'routeTableId', 'nextHopType', 'nextHopId']),
  kind('ipv6-gateway', 'ipv6gw-', { id: 'ipv6GatewayId' }, ['status', 'vpcId']),
];
