import { expect } from 'vitest';
import type { Product } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import { type ClientKind, type ExposedRefusal, type OfficialClient, refusalOf } from './official-client.ts';

export const regionId = 'cn-hangzhou';
export const zoneId = 'cn-hangzhou-h';

const requestIdForm = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** A client in an account of its own, and how time goes by between two polls. */
export class Scene {
  readonly kind: ClientKind;
  readonly #client: OfficialClient;
  /** Lets time go by, as between two polls. */
  readonly pass: () => Promise<void>;

  constructor(kind: ClientKind, client: OfficialClient, pass: () => Promise<void>) {
    this.kind = kind;
    this.#client = client;
    this.pass = pass;
  }

  call(product: Product, action: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Body> {
    return this.#client.call(product, action, parameters);
  }

  /** What the client exposes of a call that must be refused. */
  async refused(
    product: Product,
    action: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<ExposedRefusal> {
    const refusal = await refusalOf(this.kind, this.call(product, action, parameters));
    expect(refusal.requestId).toMatch(requestIdForm);
    return refusal;
  }

  /** Polls, as users do, until what is read is as wanted; answers what was read then. */
  async until<T>(read: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
    for (let poll = 0; poll < 60; poll += 1) {
      const value = await read();
      if (isWanted(value)) return value;
      await this.pass();
    }
    throw new Error(`after 60 polls still ${JSON.stringify(await read())}`);
  }
}

/** Where network interfaces can be made. */
export interface Network {
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly securityGroupId: string;
}

/** A VPC, a vSwitch and a security group, each used once it is Available. */
export async function buildNetwork(scene: Scene, cidrBlock = '10.0.0.0/24'): Promise<Network> {
  const { VpcId: vpcId } = await scene.call('Vpc', 'CreateVpc', { RegionId: regionId, CidrBlock: '10.0.0.0/8' });
  await scene.until(
    () => scene.call('Vpc', 'DescribeVpcAttribute', { RegionId: regionId, VpcId: vpcId }),
    (vpc) => vpc.Status === 'Available',
  );
  const vSwitchId = await buildVSwitch(scene, { vpcId, cidrBlock });
  const group = await scene.call('Ecs', 'CreateSecurityGroup', {
    RegionId: regionId,
    VpcId: vpcId,
    SecurityGroupName: 'official-clients',
  });
  return { vpcId, vSwitchId, securityGroupId: group.SecurityGroupId };
}

/** A vSwitch that is Available. */
export async function buildVSwitch(
  scene: Scene,
  { vpcId, cidrBlock, zone = zoneId }: { vpcId: string; cidrBlock: string; zone?: string },
): Promise<string> {
  const { VSwitchId } = await scene.call('Vpc', 'CreateVSwitch', {
    RegionId: regionId,
    VpcId: vpcId,
    ZoneId: zone,
    CidrBlock: cidrBlock,
  });
  await scene.until(
    () => scene.call('Vpc', 'DescribeVSwitchAttributes', { RegionId: regionId, VSwitchId }),
    (vSwitch) => vSwitch.Status === 'Available',
  );
  return VSwitchId;
}

/** An instance that is Running. */
export async function runInstance(scene: Scene, network: Network): Promise<string> {
  const instanceId = await launchInstance(scene, network);
  await instanceBecomes(scene, instanceId, 'Running');
  return instanceId;
}

/** An instance that has only been asked for. */
async function launchInstance(scene: Scene, network: Network): Promise<string> {
  const { InstanceIdSets } = await scene.call('Ecs', 'RunInstances', {
    RegionId: regionId,
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
    InstanceType: 'ecs.g6.large',
    VSwitchId: network.vSwitchId,
    SecurityGroupId: network.securityGroupId,
    InstanceName: 'official-clients',
  });
  return InstanceIdSets.InstanceIdSet[0];
}

/** The instance once it has the status, or undefined once there is none. */
export function instanceBecomes(
  scene: Scene,
  instanceId: string,
  status: string | undefined,
): Promise<Body | undefined> {
  const InstanceIds = JSON.stringify([instanceId]);
  return scene.until(
    async () =>
      (await scene.call('Ecs', 'DescribeInstances', { RegionId: regionId, InstanceIds })).Instances.Instance[0],
    (instance) => instance?.Status === status,
  );
}

/** What CreateNetworkInterface answers. */
export function createNetworkInterface(
  scene: Scene,
  network: Network,
  wanted: Readonly<Record<string, unknown>> = {},
): Promise<Body> {
  return scene.call('Ecs', 'CreateNetworkInterface', {
    RegionId: regionId,
    VSwitchId: network.vSwitchId,
    SecurityGroupIds: [network.securityGroupId],
    ...wanted,
  });
}

/** The network interface as the list has it, or undefined. */
export async function findNetworkInterface(scene: Scene, id: string): Promise<Body | undefined> {
  const { NetworkInterfaceSets, TotalCount } = await scene.call('Ecs', 'DescribeNetworkInterfaces', {
    RegionId: regionId,
    NetworkInterfaceId: [id],
  });
  expect(NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(TotalCount);
  return NetworkInterfaceSets.NetworkInterfaceSet[0];
}
