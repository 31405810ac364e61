import { impliedAccount } from '../../src/access/directory.ts';
import type { TestLocalyun } from './localyun.ts';
import { call, type Parameters, type Product, type WireAnswer } from './signed-client.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not programmed against
export type Body = Record<string, any>;

/** A refused call as its client sees it. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Where network interfaces can be made. */
export interface TestNetwork {
  readonly regionId: string;
  readonly zoneId: string;
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly securityGroupId: string;
}

/** An account of its own, used through signed calls over a socket. */
export class TestAccount {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly #localyun: TestLocalyun;

  constructor(localyun: TestLocalyun, name: string) {
    this.#localyun = localyun;
    this.accessKeyId = `localyun-${name}`;
    this.accountId = impliedAccount(this.accessKeyId)!.accountId;
  }

  /** The answer as it came. */
  call(product: Product, action: string, parameters: Parameters, format?: 'JSON' | 'XML'): Promise<WireAnswer> {
    const key = { accessKeyId: this.accessKeyId, accessKeySecret: 'localyun' };
    return call(this.#localyun.port, key, product, action, parameters, format);
  }

  /** The body of a call that must succeed. */
  async ok(product: Product, action: string, parameters: Parameters): Promise<Body> {
    const { status, text } = await this.call(product, action, parameters);
    if (status !== 200) throw new Error(`${action} was refused: ${status} ${text}`);
    return JSON.parse(text) as Body;
  }

  /** What a call that must be refused was refused with. */
  async refused(product: Product, action: string, parameters: Parameters): Promise<Refused> {
    const { status, text } = await this.call(product, action, parameters);
    if (status === 200) throw new Error(`${action} was not refused: ${text}`);
    const { Code: code, Message: message } = JSON.parse(text) as Body;
    return { status, code, message };
  }

  /** A VPC with one vSwitch and one security group, all Available. */
  async network(wanted: { regionId?: string; zoneId?: string; cidrBlock?: string } = {}): Promise<TestNetwork> {
    const { regionId = 'cn-hangzhou', zoneId = `${regionId}-h`, cidrBlock = '192.168.0.0/24' } = wanted;
    const vpc = await this.ok('Vpc', 'CreateVpc', { RegionId: regionId, CidrBlock: '192.168.0.0/16' });
    await this.#localyun.advance(1_000);
    const vpcId: string = vpc.VpcId;
    const vSwitch = await this.vSwitch({ regionId, vpcId }, { zoneId, cidrBlock });
    const group = await this.ok('Ecs', 'CreateSecurityGroup', { RegionId: regionId, VpcId: vpcId });
    return { regionId, zoneId, vpcId, vSwitchId: vSwitch, securityGroupId: group.SecurityGroupId };
  }

  /** One more vSwitch, Available. */
  async vSwitch(
    { regionId, vpcId }: { regionId: string; vpcId: string },
    { zoneId, cidrBlock }: { zoneId: string; cidrBlock: string },
  ): Promise<string> {
    const made = await this.ok('Vpc', 'CreateVSwitch', {
      RegionId: regionId,
      VpcId: vpcId,
      ZoneId: zoneId,
      CidrBlock: cidrBlock,
    });
    await this.#localyun.advance(1_000);
    return made.VSwitchId;
  }

  /** The id of a new resource group that is OK. */
  async resourceGroup(name = 'my-group'): Promise<string> {
    const made = await this.ok('ResourceManager', 'CreateResourceGroup', { Name: name, DisplayName: name });
    await this.#localyun.advance(1_000);
    return made.ResourceGroup.Id;
  }

  /** The id of an instance that is Running. */
  async runInstance(network: TestNetwork, overrides: Parameters = {}): Promise<string> {
    const answer = await this.ok('Ecs', 'RunInstances', {
      RegionId: network.regionId,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      ...overrides,
    });
    await this.#localyun.advance(5_000);
    return answer.InstanceIdSets.InstanceIdSet[0];
  }

  /** What CreateNetworkInterface answers. */
  createNetworkInterface(network: TestNetwork, overrides: Parameters = {}): Promise<Body> {
    return this.ok('Ecs', 'CreateNetworkInterface', {
      RegionId: network.regionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      ...overrides,
    });
  }

  /** The network interface as DescribeNetworkInterfaces lists it, or undefined when it is gone. */
  async describeNetworkInterface(network: { regionId: string }, networkInterfaceId: string): Promise<Body | undefined> {
    const answer = await this.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      NetworkInterfaceId: [networkInterfaceId],
    });
    return answer.NetworkInterfaceSets.NetworkInterfaceSet[0];
  }
}
