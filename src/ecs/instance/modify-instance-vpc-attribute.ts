import type { EcsModifyInstanceVpcAttributeParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { routeEntryTo } from '../../vpc/route-entry/route-entry.table.ts';
import { findVSwitch, type VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { capacityTaken } from '../network-interface/capacity.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { refuse } from '../refusals.ts';
import { capacityOf, groupsToJoin, replaceGroups } from '../security-group/membership.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import type { Instance } from './instance.ts';
import { checkMove, movableOf, moveTo, relocated, wantedAddress } from './relocation.ts';

type Parameters = EcsModifyInstanceVpcAttributeParameters;

/**
 * Gives a stopped instance another primary address, in its vSwitch, another one of its zone, or in another VPC; there it
 * is in the security groups named.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancevpcattribute
 */
export const modifyInstanceVpcAttribute = operation('Ecs', 'ModifyInstanceVpcAttribute', {
  permits: ['instance/{InstanceId}', 'vpc:vswitch/{VSwitchId}', 'securitygroup/{SecurityGroupId}?'],

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { InstanceId: id, PrivateIpAddress: text } = parameters;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    if (instance.status !== 'Stopped') {
      return refuse('IncorrectInstanceStatus.Move', { id, current: instance.status, expected: 'Stopped' });
    }
    const vSwitch = await targetOf(context, instance, parameters);
    if (isRefusal(vSwitch)) return vSwitch;
    const movable = await movableOf(tx, id);
    const address = wantedAddress(text, vSwitch, movable);
    if (isRefusal(address)) return address;
    const refused =
      checkMove(movable, vSwitch) ??
      (await checkRoutes(context, instance, vSwitch)) ??
      (await changeGroups(context, movable.primary, vSwitch, parameters)) ??
      (await moveTo(context, movable, vSwitch, { address, text }));
    if (refused) return refused;
    await saveConfiguration(tx, relocated(instance, vSwitch));
    return {};
  },
});

/** The vSwitch to go to: of the VPC named, otherwise of the instance's, and of its zone. */
async function targetOf(
  { tx, accountId }: OperationContext,
  { instanceId, vpcId, zoneId, regionId }: Instance,
  { VSwitchId: id, VpcId = vpcId }: Parameters,
): Promise<VSwitch | Refusal> {
  const vSwitch = await findVSwitch(tx, accountId, regionId, id);
  if (vSwitch === undefined || vSwitch.vpcId !== VpcId) return refuse('InvalidVSwitchId.NotFound', { id });
  if (vSwitch.zoneId !== zoneId) {
    return refuse('InvalidVSwitchId.Mismatch', { id, actual: vSwitch.zoneId, instanceId, zoneId });
  }
  return vSwitch.status === 'Available' ? vSwitch : refuse('IncorrectVSwitchStatus', { id, status: vSwitch.status });
}

/** An instance that a route leads to stays in its VPC. */
async function checkRoutes(
  { tx }: OperationContext,
  { instanceId: id, vpcId }: Instance,
  vSwitch: VSwitch,
): Promise<Refusal | undefined> {
  const routeEntryId = vSwitch.vpcId === vpcId ? undefined : await routeEntryTo(tx, id);
  if (routeEntryId === undefined) return undefined;
  return refuse('OperationDenied.Move', { id, reason: `the route entry "${routeEntryId}" leads to it` });
}

/** Groups are named when the VPC is, and have to be when it is another one. */
async function changeGroups(
  context: OperationContext,
  primary: NetworkInterface,
  vSwitch: VSwitch,
  { VpcId, SecurityGroupId: ids }: Parameters,
): Promise<Refusal | undefined> {
  if (VpcId === undefined || (ids.length === 0 && vSwitch.vpcId === primary.vpcId)) return undefined;
  if (ids.length === 0) return refuse('MissingParameter', { name: 'SecurityGroupId' });
  const groups = await groupsToJoin({ ...context, regionId: primary.regionId }, ids, vSwitch.vpcId);
  if (isRefusal(groups)) return groups;
  const taken = await capacityTaken(context.tx, primary);
  const full = await replaceGroups(context, groups, primary.networkInterfaceId, taken);
  return (
    full && refuse('SecurityGroupInstanceLimitExceed', { id: full.securityGroupId, limit: capacityOf(context, full) })
  );
}
