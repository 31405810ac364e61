import type { Body } from '../../support/test-account.ts';
import { listAt } from './decode.ts';
import { statusOf } from './network-interface.ts';
import { isNotFound, isOneOf, type Provider, unlessGone } from './provider.ts';
import type { Schema } from './schema.ts';
import type { Resource } from './workspace.ts';

export interface AttachmentConfig {
  readonly network_interface_id: string;
  readonly instance_id: string;
  readonly trunk_network_instance_id?: string;
}

const schema: Schema = {
  network_interface_id: { type: 'string' },
  instance_id: { type: 'string' },
  trunk_network_instance_id: { type: 'string' },
  network_card_index: { type: 'int' },
};

const minutes = 60_000;
const whileChanging = [
  'InvalidOperation.InvalidEniState',
  'InvalidOperation.InvalidEcsState',
  'InvalidOperation.InvalidEniType',
  'InvalidOperation.HasMemberEniAttached',
  'OperationConflict',
  'ServiceUnavailable',
  'InternalError',
];
const notFound = [
  'InvalidEcsId.NotFound',
  'InvalidEniId.NotFound',
  'InvalidSecurityGroupId.NotFound',
  'InvalidVSwitchId.NotFound',
];

/** `alicloud_ecs_network_interface_attachment`. Its id is made of both ends. */
export const attachment: Resource<AttachmentConfig> = {
  name: 'alicloud_ecs_network_interface_attachment',
  schema,

  async create(provider, config) {
    const { network_interface_id: id, instance_id: InstanceId } = config;
    const retry = { codes: whileChanging, timeoutMs: 5 * minutes };
    await provider.rpc('Ecs', 'AttachNetworkInterface', requestOf(provider, config), retry);
    const wait = { delayMs: 5_000, timeoutMs: 5 * minutes, wanted: ['InUse'] };
    await provider.wait(wait, () => statusOf(provider, id));
    return `${id}:${InstanceId}`;
  },

  async read(provider, id) {
    const [networkInterfaceId = '', instanceId = ''] = id.split(':');
    const eni = await findAttached(provider, networkInterfaceId, instanceId);
    return (
      eni && {
        network_interface_id: networkInterfaceId,
        instance_id: instanceId,
        trunk_network_instance_id: eni.Attachment.TrunkNetworkInterfaceId,
        network_card_index: eni.Attachment.NetworkCardIndex,
      }
    );
  },

  /** An interface that has vanished meanwhile would never be Available. */
  async destroy(provider, _id, config) {
    const retry = { codes: whileChanging, timeoutMs: 5 * minutes };
    try {
      await provider.rpc('Ecs', 'DetachNetworkInterface', requestOf(provider, config), retry);
    } catch (error) {
      if (isNotFound(error) || isOneOf(error, notFound)) return;
      throw error;
    }
    const wait = { delayMs: 5_000, timeoutMs: 5 * minutes, wanted: ['Available'] };
    await provider.wait(wait, () => statusOf(provider, config.network_interface_id));
  },
};

function requestOf(provider: Provider, config: AttachmentConfig) {
  return {
    RegionId: provider.regionId,
    NetworkInterfaceId: config.network_interface_id,
    InstanceId: config.instance_id,
    TrunkNetworkInstanceId: config.trunk_network_instance_id,
  };
}

/** Reads pages of 100 to the end; of a member the instance is told by its attachment only. */
async function findAttached(provider: Provider, id: string, instanceId: string): Promise<Body | undefined> {
  return unlessGone(async () => {
    let NextToken: string | undefined;
    do {
      const request = { RegionId: provider.regionId, NetworkInterfaceId: [id], MaxResults: 100, NextToken };
      const page: Body = await provider.rpc('Ecs', 'DescribeNetworkInterfaces', request);
      const found = listAt(page, '$.NetworkInterfaceSets.NetworkInterfaceSet').find(
        (eni) =>
          eni.NetworkInterfaceId === id &&
          (eni.Type === 'Member' ? eni.Attachment.InstanceId : eni.InstanceId) === instanceId,
      );
      if (found) return found;
      NextToken = page.NextToken;
    } while (NextToken);
    return undefined;
  }, notFound);
}
