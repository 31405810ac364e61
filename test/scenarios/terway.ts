import type { TestLocalyun } from '../support/localyun.ts';
import type { Body, TestAccount, TestNetwork } from '../support/test-account.ts';
import { ScenarioClient, terwayDeletionRhythm, terwayStatusRhythm } from './driver.ts';
import { sdkV1 } from './wire.ts';

/** What Terway is to make. */
export interface InterfaceWish {
  /** Addresses altogether, the primary one included. */
  readonly addresses: number;
  readonly trunk?: boolean;
  readonly tags?: readonly { readonly Key: string; readonly Value: string }[];
}

/** What Terway does, in the calls that it does it with. It names neither region nor type of a list where it need not. */
export class Terway {
  readonly client: ScenarioClient;
  readonly #network: TestNetwork;

  constructor(localyun: TestLocalyun, account: TestAccount, network: TestNetwork) {
    this.client = new ScenarioClient(localyun, account, sdkV1, network.regionId);
    this.#network = network;
  }

  /** Asks for an interface; the token is kept for a repetition. */
  create({ addresses, trunk = false, tags = [] }: InterfaceWish, ClientToken = crypto.randomUUID()): Promise<Body> {
    return this.client.ok('Ecs', 'CreateNetworkInterface', {
      VSwitchId: this.#network.vSwitchId,
      InstanceType: trunk ? 'Trunk' : 'Secondary',
      NetworkInterfaceTrafficMode: '',
      SecurityGroupIds: [this.#network.securityGroupId],
      ResourceGroupId: '',
      Description: 'interface create by terway',
      SecondaryPrivateIpAddressCount: addresses > 1 ? addresses - 1 : undefined,
      DeleteOnRelease: true,
      SourceDestCheck: false,
      Tag: tags,
      ClientToken,
    });
  }

  attach(eni: string, InstanceId: string, TrunkNetworkInstanceId = ''): Promise<Body> {
    return this.client.ok('Ecs', 'AttachNetworkInterface', {
      NetworkInterfaceId: eni,
      InstanceId,
      TrunkNetworkInstanceId,
    });
  }

  detach(eni: string, InstanceId: string, TrunkNetworkInstanceId = ''): Promise<Body> {
    return this.client.ok('Ecs', 'DetachNetworkInterface', {
      NetworkInterfaceId: eni,
      InstanceId,
      TrunkNetworkInstanceId,
    });
  }

  /** Interfaces by any filters, 500 a page. */
  list(filters: object): Promise<Body[]> {
    return this.client.pages(
      'DescribeNetworkInterfaces',
      { ...filters, MaxResults: 500 },
      (page) => page.NetworkInterfaceSets.NetworkInterfaceSet,
    );
  }

  async find(eni: string): Promise<Body | undefined> {
    return (await this.list({ NetworkInterfaceId: [eni] }))[0];
  }

  /** Waits for a status; the interface as it then is. */
  async waitFor(eni: string, status: string, rhythm = terwayStatusRhythm): Promise<Body> {
    const found = await this.client.until(
      () => this.find(eni),
      (seen) => seen?.Status === status,
      rhythm,
    );
    return found!;
  }

  /** Deletes an interface and looks until it is gone, which has to be soon. */
  async delete(eni: string): Promise<void> {
    await this.client.ok('Ecs', 'DeleteNetworkInterface', { NetworkInterfaceId: eni });
    await this.client.until(
      () => this.find(eni),
      (seen) => seen === undefined,
      terwayDeletionRhythm,
    );
  }
}
