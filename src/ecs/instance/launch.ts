import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { formatAddress, parseAddress } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { makeDisksOf } from '../disk/instance-disks.ts';
import type { WantedDisk } from '../disk/wanted-disks.ts';
import type { Image } from '../image/images.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { addressesOf } from '../network-interface/addresses.ts';
import { attachingInstance } from '../network-interface/attaching-instance.ts';
import { makeNetworkInterface } from '../network-interface/creation.ts';
import { beginAttachment, completeAttachment } from '../network-interface/lifecycle.ts';
import { attachedTo, findNetworkInterface, saveAttachment } from '../network-interface/network-interface.table.ts';
import { noIpv4 } from '../network-interface/requested-ipv4.ts';
import type { WantedIpv6 } from '../network-interface/requested-ipv6.ts';
import { refuse } from '../refusals.ts';
import type { SecurityGroup } from '../security-group/security-group.table.ts';
import { putTags } from '../tag/tags.ts';
import { setAutoRelease } from './auto-release.ts';
import { insertInstance } from './instance.table.ts';
import { type Instance, instanceResource, instanceTags } from './instance.ts';
import type { InstanceTransition } from './lifecycle.ts';
import type { ExistingInterface, PlannedInterface } from './network-plan.ts';
import { publicAddressFor } from './public-address.ts';
import { settingsText } from './settings.ts';

/** A network interface to be made, with everything it refers to looked up and checked. */
export interface ReadyInterface extends PlannedInterface {
  readonly vSwitch: VSwitch;
  readonly groups: readonly SecurityGroup[];
  readonly wantedIpv6: WantedIpv6;
}

/** What every instance of one request is made from. */
export interface Launch {
  readonly parameters: EcsRunInstancesParameters;
  readonly image: Image;
  readonly type: InstanceType;
  readonly primary: ReadyInterface;
  readonly secondaries: readonly ReadyInterface[];
  readonly existing: readonly ExistingInterface[];
  /** The system disk first. */
  readonly disks: readonly WantedDisk[];
  /** An instance that is only created has no public address yet and is stopped. */
  readonly occasion: 'run' | 'create';
  /** When the instances are released by themselves; 0 never. */
  readonly autoReleaseAtMs: number;
}

/** What is said of one instance; the id is known only now. */
export interface Named {
  readonly instanceId: string;
  readonly instanceName: string;
  readonly hostName: string;
}

/**
 * Makes the `index`-th instance of a request, Pending, with its network interfaces attached (ENI-155). After a refusal
 * the caller's transaction keeps nothing.
 */
export async function launchInstance(
  context: OperationContext,
  launch: Launch,
  named: Named,
  index: number,
): Promise<Refusal | undefined> {
  const { tx, accountId, regionId, random, nowMs, transitions } = context;
  const { parameters, primary, secondaries, existing } = launch;
  const hasPublicAddress = launch.occasion === 'run' && (parameters.InternetMaxBandwidthOut ?? 0) > 0;
  const publicAddress = hasPublicAddress ? await publicAddressFor(context) : null;
  if (isRefusal(publicAddress)) return publicAddress;
  const instance: Instance = {
    ...named,
    accountId,
    regionId,
    zoneId: primary.vSwitch.zoneId,
    vpcId: primary.vSwitch.vpcId,
    vSwitchId: primary.vSwitch.vSwitchId,
    instanceType: launch.type.instanceTypeId,
    imageId: launch.image.imageId,
    description: parameters.Description ?? '',
    status: 'Pending',
    releasing: 0,
    stoppedMode: 'Not-applicable',
    deletionProtection: parameters.DeletionProtection === true ? 1 : 0,
    instanceChargeType: parameters.InstanceChargeType === 'PrePaid' ? 'PrePaid' : 'PostPaid',
    internetChargeType: parameters.InternetChargeType === 'PayByBandwidth' ? 'PayByBandwidth' : 'PayByTraffic',
    keyPairName: parameters.KeyPairName ?? '',
    ramRoleName: parameters.RamRoleName ?? '',
    publicAddress,
    autoReleaseAtMs: launch.autoReleaseAtMs,
    resourceGroupId: parameters.ResourceGroupId ?? '',
    serialNumber: random.uuid().toLowerCase(),
    settings: settingsText(parameters),
    startedAtMs: 0,
    createdAtMs: nowMs,
  };
  await insertInstance(tx, instance);
  if (launch.autoReleaseAtMs > 0) await setAutoRelease(transitions, instance);
  await putTags({ tx, accountId, regionId }, instanceTags, instance.instanceId, parameters.Tag);
  await makeDisksOf(context, instance, launch.disks, parameters.Tag);
  for (const ready of [primary, ...secondaries]) {
    const refused = await make(context, launch, instance, ready, index);
    if (refused) return refused;
  }
  for (const each of existing) {
    const refused = await attach(context, instance, each);
    if (refused) return refused;
  }
  const next: InstanceTransition = launch.occasion === 'run' ? 'create' : 'create-stopped';
  await transitions.schedule(instanceResource, instance.instanceId, next);
  return undefined;
}

async function make(
  context: OperationContext,
  { parameters, primary }: Launch,
  { instanceId }: Instance,
  ready: ReadyInterface,
  index: number,
): Promise<Refusal | undefined> {
  const made = await makeNetworkInterface(context, {
    ...ready,
    instanceId,
    type: ready === primary ? 'Primary' : 'Secondary',
    primaryIpAddress: ready.primaryIpAddress && addressAfter(ready.primaryIpAddress, index),
    wantedIpv4: { ...noIpv4, addressCount: ready.secondaryAddressCount },
    resourceGroupId: parameters.ResourceGroupId,
    // The instance's tags are its primary interface's too, and only those.
    tags: ready === primary ? parameters.Tag : [],
  });
  return isRefusal(made) ? made : undefined;
}

/** Attaches an existing interface; it is there when the instance is. */
async function attach(
  { tx, accountId, regionId }: OperationContext,
  instance: Instance,
  { networkInterfaceId: id, networkCardIndex }: ExistingInterface,
): Promise<Refusal | undefined> {
  const eni = await findNetworkInterface(tx, accountId, regionId, id);
  if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
  // An instance that is only being made takes interfaces of any type as a stopped one does.
  const target = attachingInstance({ ...instance, status: 'Stopped' });
  const move = beginAttachment(eni, target, {
    addresses: (await addressesOf(tx, id)).length,
    attached: await attachedTo(tx, instance.instanceId),
    networkCardIndex,
  });
  if (isRefusal(move)) return move;
  if (move.kind === 'begin') await saveAttachment(tx, completeAttachment(move.changed));
  return undefined;
}

/** Several instances with one address take it and those that follow. */
function addressAfter(text: string, steps: number): string {
  const address = parseAddress(text);
  return address === undefined ? text : formatAddress(address + steps);
}
