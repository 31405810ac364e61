import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { enisIn, groupCount, type Model } from '../model.ts';
import { createSecurityGroup, deleteSecurityGroup } from '../operations/security-group.ts';
import { createVpc, createVSwitch, deleteVpc, deleteVSwitch } from '../operations/vpc.ts';
import { idOf, type Pick, pick, sometimes } from '../picks.ts';
import type { AccountName, SecurityGroup, VSwitch } from '../resources.ts';
import { resourceGroup, resourceGroupOf } from './picked.ts';

export const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'] as const;

/** Blocks of 12 and 60 addresses; the first of each VPC overlap on purpose, the last is outside. */
const vSwitchBlocks = [
  '10.0.0.0/28',
  '10.0.0.64/26',
  '10.0.0.128/25',
  '10.0.0.0/27',
  '10.0.1.0/28',
  '10.0.2.0/29',
  '10.9.0.0/28',
];

export function vpcOf(drawn: Pick, model: Model, who: AccountName): string {
  const where = { model, who, resources: model.vpcs, prefix: 'vpc' };
  return idOf(drawn, where, ({ status }) => status === 'Available');
}

export function vSwitchOf(drawn: Pick, model: Model, who: AccountName, fits?: (vSwitch: VSwitch) => boolean): string {
  const where = { model, who, resources: model.vSwitches, prefix: 'vsw' };
  return idOf(drawn, where, (vSwitch) => vSwitch.status === 'Available' && (fits?.(vSwitch) ?? true));
}

export function groupOf(drawn: Pick, model: Model, who: AccountName, fits?: (group: SecurityGroup) => boolean): string {
  return idOf(drawn, { model, who, resources: model.groups, prefix: 'sg' }, fits);
}

/** A few groups that one interface of the vSwitch may be in together, or some of any kind. */
export function groupsOf(drawn: readonly Pick[], model: Model, who: AccountName, vSwitchId: string): string[] {
  const vpcId = model.vSwitches.get(vSwitchId)?.vpcId;
  const ids: string[] = [];
  for (const one of drawn) {
    const type = model.groups.get(ids[0] ?? '')?.type;
    ids.push(
      groupOf(one, model, who, (group) => {
        return group.vpcId === vpcId && !ids.includes(group.id) && (type === undefined || group.type === type);
      }),
    );
  }
  return ids;
}

export const networkCommands: readonly CommandKind[] = [
  call(
    createVpc,
    1,
    fc.record({ block: fc.constantFrom('10.0.0.0/16', '10.0.0.0/8'), ipv6: fc.boolean(), group: resourceGroup }),
    ({ block, ipv6, group }, model, who) => ({
      CidrBlock: block,
      EnableIpv6: ipv6,
      ResourceGroupId: group && resourceGroupOf(group, model, who),
    }),
  ),
  call(deleteVpc, 1, pick, (vpc, model, who) => ({
    VpcId: idOf(vpc, { model, who, resources: model.vpcs, prefix: 'vpc' }, ({ id }) => {
      return ![...model.vSwitches.values(), ...model.groups.values()].some(({ vpcId }) => vpcId === id);
    }),
  })),
  call(
    createVSwitch,
    1,
    fc.record({
      vpc: pick,
      zone: fc.constantFrom(...zones),
      block: fc.constantFrom(...vSwitchBlocks),
      ipv6: sometimes(3, fc.nat(3)),
    }),
    ({ vpc, zone, block, ipv6 }, model, who) => ({
      VpcId: vpcOf(vpc, model, who),
      ZoneId: zone,
      CidrBlock: block,
      Ipv6CidrBlock: ipv6,
    }),
  ),
  call(deleteVSwitch, 1, pick, (vSwitch, model, who) => ({
    VSwitchId: vSwitchOf(vSwitch, model, who, ({ id }) => enisIn(model, id).length === 0),
  })),
  call(
    createSecurityGroup,
    2,
    fc.record({
      vpc: sometimes(12, fc.constant(true)),
      pick,
      type: sometimes(3, fc.constant('enterprise' as const)),
      group: resourceGroup,
    }),
    ({ vpc: classic, pick: vpc, type, group }, model, who) => ({
      ResourceGroupId: group && resourceGroupOf(group, model, who),
      VpcId: classic ? undefined : vpcOf(vpc, model, who),
      SecurityGroupType: type,
    }),
  ),
  call(deleteSecurityGroup, 2, pick, (group, model, who) => ({
    SecurityGroupId: groupOf(group, model, who, ({ id }) => groupCount(model, id) === 0),
  })),
];
