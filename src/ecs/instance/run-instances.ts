import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { findVSwitch, type VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { wantedDisks } from '../disk/wanted-disks.ts';
import { findImage, findImageOfFamily, type Image } from '../image/images.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { checkLoginKey } from '../key-pair/login-key.ts';
import { noIpv6, wantedIpv6 } from '../network-interface/requested-ipv6.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { groupsToJoin } from '../security-group/membership.ts';
import { findSecurityGroup, type SecurityGroup } from '../security-group/security-group.table.ts';
import { autoReleaseAtMsOf } from './auto-release.ts';
import { hostNamesFor, instanceNamesFor } from './instance-names.ts';
import { type Launch, launchInstance, type ReadyInterface } from './launch.ts';
import { checkLimits, type NetworkPlan, networkPlanOf, type PlannedInterface } from './network-plan.ts';
import { checkRamRole } from './ram-role.ts';
import { checkTogether, runInstancesRules } from './run-instances-rules.ts';

/**
 * Creates instances, each with its primary network interface and, where the request says so, secondary ones: all of
 * them or, refused, none (ENI-155). They are Pending, then Starting, then Running.
 */
export const runInstances = operation('Ecs', 'RunInstances', {
  permits: [
    'instance/*',
    'image/{ImageId}?',
    'securitygroup/{SecurityGroupId|SecurityGroupIds|NetworkInterface.SecurityGroupId|NetworkInterface.SecurityGroupIds}?',
    'vpc:vswitch/{VSwitchId|NetworkInterface.VSwitchId}?',
    'eni/{NetworkInterface.NetworkInterfaceId}?',
    'snapshot/{DataDisk.SnapshotId}?',
    'keypair/{KeyPairName}?',
  ],
  rules: runInstancesRules,
  check: checkTogether,

  async execute(parameters, context) {
    const { LaunchTemplateId, LaunchTemplateName } = parameters;
    const template = LaunchTemplateId ?? LaunchTemplateName;
    if (template !== undefined) return refuse('InvalidLaunchTemplate.NotFound', { id: template });
    const ids = await launchRequested(context, parameters, 'run');
    if (isRefusal(ids)) return ids;
    // A dry run is a real one whose changes are forgotten with this refusal.
    return parameters.DryRun === true ? refuse('DryRunOperation') : { InstanceIdSets: { InstanceIdSet: ids } };
  },
});

/** Makes the instances that a request describes, all of them or none, and answers their ids. */
export async function launchRequested(
  context: OperationContext,
  parameters: EcsRunInstancesParameters,
  occasion: Launch['occasion'],
): Promise<readonly string[] | Refusal> {
  const { InstanceType, Amount = 1 } = parameters;
  const image = imageOf(parameters);
  if (isRefusal(image)) return image;
  if (InstanceType === undefined) return refuse('MissingParameter', { name: 'InstanceType' });
  const type = findInstanceType(InstanceType);
  if (type === undefined) return refuse('InvalidInstanceType.ValueNotSupported', { value: InstanceType });
  if (image.architecture !== 'x86_64') {
    const { imageId, architecture } = image;
    return refuse('ImageNotSupportInstanceType', { imageId, architecture, instanceType: InstanceType });
  }
  const plan = networkPlanOf(parameters);
  if (isRefusal(plan)) return plan;
  const refused =
    checkLimits(plan, type) ??
    (await checkResourceGroup(context, parameters.ResourceGroupId)) ??
    (await checkLoginKey(context, parameters.KeyPairName, image)) ??
    (await checkRamRole(context, parameters.RamRoleName));
  if (refused) return refused;
  const autoReleaseAtMs = autoReleaseAtMsOf(parameters, context.nowMs);
  if (isRefusal(autoReleaseAtMs)) return autoReleaseAtMs;
  const disks = await wantedDisks(context, parameters, image, type);
  if (isRefusal(disks)) return disks;
  const network = await readyNetwork(context, plan, parameters.ZoneId);
  if (isRefusal(network)) return network;

  const ids = Array.from({ length: Amount }, () => newId('i', context));
  const instanceNames = instanceNamesFor(parameters, ids);
  if (isRefusal(instanceNames)) return instanceNames;
  const hostNames = hostNamesFor(parameters, ids, image.osType);
  if (isRefusal(hostNames)) return hostNames;
  const launch: Launch = { parameters, image, type, ...network, disks, autoReleaseAtMs, occasion };
  for (const [index, instanceId] of ids.entries()) {
    const named = { instanceId, instanceName: instanceNames[index] ?? '', hostName: hostNames[index] ?? '' };
    const refusal = await launchInstance(context, launch, named, index);
    if (refusal) return refusal;
  }
  return ids;
}

function imageOf({ ImageId, ImageFamily }: EcsRunInstancesParameters): Image | Refusal {
  if (ImageId !== undefined) return findImage(ImageId) ?? refuse('InvalidImageId.NotFound', { id: ImageId });
  if (ImageFamily === undefined) return refuse('MissingParameter', { name: 'ImageId' });
  return findImageOfFamily(ImageFamily) ?? refuse('InvalidImageFamily.NotFound', { family: ImageFamily });
}

/** Looks up what the planned interfaces refer to; secondary ones default to the vSwitch and groups of the primary one. */
async function readyNetwork(
  context: OperationContext,
  plan: NetworkPlan,
  zoneId: string | undefined,
): Promise<Pick<Launch, 'primary' | 'secondaries' | 'existing'> | Refusal> {
  const vSwitch = await usableVSwitch(context, plan.primary.vSwitchId);
  if (isRefusal(vSwitch)) return vSwitch;
  const { vSwitchId } = vSwitch;
  if (zoneId !== undefined && zoneId !== vSwitch.zoneId) {
    return refuse('InvalidParameter.Mismatch.Zone', { vSwitchId, actual: vSwitch.zoneId, zoneId });
  }
  const groups = await groupsBeside(context, plan.primary.securityGroupIds, vSwitch);
  if (isRefusal(groups)) return groups;
  const { ipv6Addresses, ipv6AddressCount } = plan.primary;
  const ipv6 = wantedIpv6({ Ipv6Address: ipv6Addresses, Ipv6AddressCount: ipv6AddressCount }, vSwitch);
  if (isRefusal(ipv6)) return ipv6;
  const primary = { ...plan.primary, vSwitch, groups, wantedIpv6: ipv6 };
  const secondaries: ReadyInterface[] = [];
  for (const planned of plan.secondaries) {
    if (planned.kind === 'existing') continue;
    const ready = await readySecondary(context, planned, primary);
    if (isRefusal(ready)) return ready;
    secondaries.push(ready);
  }
  const existing = plan.secondaries.filter((planned) => planned.kind === 'existing');
  return { primary, secondaries, existing };
}

async function readySecondary(
  context: OperationContext,
  planned: PlannedInterface,
  primary: ReadyInterface,
): Promise<ReadyInterface | Refusal> {
  const { vSwitchId, securityGroupIds } = planned;
  const vSwitch = vSwitchId === undefined ? primary.vSwitch : await usableVSwitch(context, vSwitchId);
  if (isRefusal(vSwitch)) return vSwitch;
  if (vSwitch.vpcId !== primary.vSwitch.vpcId) {
    const first = `ENI of the vSwitch "${vSwitch.vSwitchId}"`;
    return refuse('InvalidOperation.VpcMismatch', { first, second: 'ECS instance' });
  }
  if (vSwitch.zoneId !== primary.vSwitch.zoneId) {
    const zones = { eniZoneId: vSwitch.zoneId, instanceZoneId: primary.vSwitch.zoneId };
    return refuse('InvalidOperation.AvailabilityZoneMismatch', zones);
  }
  const groups =
    securityGroupIds.length === 0 ? primary.groups : await groupsBeside(context, securityGroupIds, vSwitch);
  return isRefusal(groups) ? groups : { ...planned, vSwitch, groups, wantedIpv6: noIpv6 };
}

async function usableVSwitch(
  { tx, accountId, regionId }: OperationContext,
  vSwitchId: string,
): Promise<VSwitch | Refusal> {
  const vSwitch = await findVSwitch(tx, accountId, regionId, vSwitchId);
  if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id: vSwitchId });
  if (vSwitch.status !== 'Available') {
    return refuse('IncorrectVSwitchStatus', { id: vSwitchId, status: vSwitch.status });
  }
  return vSwitch;
}

/** The groups, if an interface of the vSwitch may be in all of them. Another VPC has a code of its own here. */
async function groupsBeside(
  context: OperationContext,
  ids: readonly string[],
  { vSwitchId, vpcId }: VSwitch,
): Promise<readonly SecurityGroup[] | Refusal> {
  for (const securityGroupId of ids) {
    const group = await findSecurityGroup(context.tx, context.accountId, context.regionId, securityGroupId);
    if (group?.vpcId && group.vpcId !== vpcId) {
      return refuse('InvalidParameter.Mismatch.Vpc', { securityGroupId, vSwitchId });
    }
  }
  return groupsToJoin(context, ids, vpcId);
}
