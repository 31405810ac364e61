import type { Cloud } from '../../api/use-cloud.ts';
import { listAll } from '../../resources/list.ts';
import type { ResourceType } from '../../resources/resource-type.ts';
import { type Row, rowsAt, textAt, textsAt } from '../../resources/row.ts';
import { isTransitional } from '../../resources/status-tag.tsx';
import { eips } from '../../resources/types/eip.ts';
import { instances } from '../../resources/types/instance.ts';
import { networkInterfaces } from '../../resources/types/network-interface.ts';
import { securityGroups } from '../../resources/types/security-group.ts';
import { vSwitches } from '../../resources/types/v-switch.ts';
import { vpcs } from '../../resources/types/vpc.ts';

/** How the resources of a region hang together. */
export interface Network {
  readonly vpcs: readonly Vpc[];
  readonly groups: readonly Group[];
  /** Elastic IP addresses that lead to nothing. */
  readonly idleAddresses: readonly PublicAddress[];
  /** How many interfaces there are that are not shown, for there are too many. */
  readonly leftOut: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

export interface Vpc extends Named {
  readonly cidrBlock: string;
  readonly vSwitches: readonly VSwitch[];
  readonly instances: readonly Named[];
}

export interface VSwitch extends Named {
  readonly cidrBlock: string;
  readonly zoneId: string;
  readonly interfaces: readonly NetworkInterface[];
}

export interface NetworkInterface extends Named {
  readonly type: string;
  readonly addresses: readonly string[];
  readonly instanceId: string;
  readonly groupIds: readonly string[];
  readonly publicAddresses: readonly PublicAddress[];
}

export interface PublicAddress {
  readonly id: string;
  readonly address: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
}

/** More interfaces than this are not looked at: a picture of them would help nobody. */
const maxInterfaces = 2_000;
const maxOthers = 500;

/** Reads everything through the API, of one VPC or of all. */
export async function loadNetwork(cloud: Cloud, vpcId: string, signal: AbortSignal): Promise<Network> {
  const inVpc = vpcId === '' ? {} : { VpcId: vpcId };
  const all = (type: ResourceType, values: Readonly<Record<string, string>>) =>
    listAll(cloud, type, values, { pageSize: 50, maxRows: maxOthers }, signal).then(({ rows }) => rows);
  const [vpcRows, vSwitchRows, instanceRows, groupRows, eipRows, interfaces] = await Promise.all([
    all(vpcs, inVpc),
    all(vSwitches, inVpc),
    all(instances, inVpc),
    all(securityGroups, inVpc),
    all(eips, {}),
    listAll(cloud, networkInterfaces, inVpc, { pageSize: 100, maxRows: maxInterfaces }, signal),
  ]);
  return {
    vpcs: vpcRows.map((row) => vpcOf(row, vSwitchRows, instanceRows, interfaces.rows)),
    groups: groupRows.map((row) => ({
      id: textAt(row, 'SecurityGroupId'),
      name: textAt(row, 'SecurityGroupName'),
      vpcId: textAt(row, 'VpcId'),
    })),
    idleAddresses: eipRows
      .filter((row) => textAt(row, 'InstanceId') === '')
      .map((row) => ({ id: textAt(row, 'AllocationId'), address: textAt(row, 'IpAddress') })),
    leftOut: Math.max(0, interfaces.total - interfaces.rows.length),
  };
}

/** Whether anything of it will be otherwise in a moment. */
export function isChanging({ vpcs: all }: Network): boolean {
  return all.some(
    (vpc) =>
      isTransitional(vpc.status) ||
      vpc.instances.some(({ status }) => isTransitional(status)) ||
      vpc.vSwitches.some(
        ({ status, interfaces }) => isTransitional(status) || interfaces.some((one) => isTransitional(one.status)),
      ),
  );
}

function vpcOf(row: Row, vSwitchRows: readonly Row[], instanceRows: readonly Row[], eniRows: readonly Row[]): Vpc {
  const id = textAt(row, 'VpcId');
  return {
    id,
    name: textAt(row, 'VpcName'),
    status: textAt(row, 'Status'),
    cidrBlock: textAt(row, 'CidrBlock'),
    vSwitches: vSwitchRows
      .filter((one) => textAt(one, 'VpcId') === id)
      .map((one) => ({
        id: textAt(one, 'VSwitchId'),
        name: textAt(one, 'VSwitchName'),
        status: textAt(one, 'Status'),
        cidrBlock: textAt(one, 'CidrBlock'),
        zoneId: textAt(one, 'ZoneId'),
        interfaces: eniRows
          .filter((eni) => textAt(eni, 'VSwitchId') === textAt(one, 'VSwitchId'))
          .map(interfaceOf)
          // As they were made; a list by status would have them jump about.
          .sort((first, second) => first.id.localeCompare(second.id)),
      })),
    instances: instanceRows
      .filter((one) => textAt(one, 'VpcAttributes.VpcId') === id)
      .map((one) => ({
        id: textAt(one, 'InstanceId'),
        name: textAt(one, 'InstanceName'),
        status: textAt(one, 'Status'),
      })),
  };
}

function interfaceOf(row: Row): NetworkInterface {
  const associated = rowsAt(row, 'PrivateIpSets.PrivateIpSet.AssociatedPublicIp');
  return {
    id: textAt(row, 'NetworkInterfaceId'),
    name: textAt(row, 'NetworkInterfaceName'),
    status: textAt(row, 'Status'),
    type: textAt(row, 'Type'),
    addresses: [
      ...textsAt(row, 'PrivateIpSets.PrivateIpSet.PrivateIpAddress'),
      ...textsAt(row, 'Ipv6Sets.Ipv6Set.Ipv6Address'),
    ],
    instanceId: textAt(row, 'InstanceId'),
    groupIds: textsAt(row, 'SecurityGroupIds.SecurityGroupId'),
    publicAddresses: associated
      .map((one) => ({ id: textAt(one, 'AllocationId'), address: textAt(one, 'PublicIpAddress') }))
      .filter(({ address }) => address !== ''),
  };
}
