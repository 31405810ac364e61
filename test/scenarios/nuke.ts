import type { TestLocalyun } from '../support/localyun.ts';
import type { Parameters, Product } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import { type Caller, CallRefused, ScenarioClient } from './driver.ts';
import { underServiceNames } from './transport.ts';
import { acs3 } from './wire.ts';

/** One kind of resource: how it is listed, what of it is let be, and how one is removed. */
interface Collector {
  readonly product: Product;
  readonly action: string;
  readonly pageSize: number;
  readonly filters?: Parameters;
  readonly rowsOf: (page: Body) => Body[] | undefined;
  readonly idOf: (row: Body) => string;
  readonly isLeft?: (row: Body) => boolean;
  readonly remove: (client: ScenarioClient, id: string) => Promise<unknown>;
}

/** Something found in a region, and what has become of it. */
export interface Found {
  readonly kind: string;
  readonly id: string;
  readonly regionId: string;
  state: 'ready' | 'pending' | 'deleted' | 'failed';
  /** What the last attempt was refused with. */
  code?: string;
}

/** What is found and what could not be looked at. */
export interface Scan {
  readonly found: readonly Found[];
  /** Kinds that the region is taken not to have: `kind: code`. */
  readonly unavailable: readonly string[];
  /** Kinds that were given up with a warning: `kind: code`. */
  readonly warnings: readonly string[];
}

const waveIntervalMs = 10_000;
const maxWaves = 60;
/** The pauses between the three quick attempts at one resource. */
const quickPausesMs = [1_000, 1_500];

const ignoring = (call: Promise<unknown>) => call.catch(() => undefined);

function ecs(
  action: string,
  list: readonly [string, string],
  idName: string,
  remove: Collector['remove'],
  more: Partial<Collector> = {},
): Collector {
  const rowsOf = (page: Body) => page[list[0]]?.[list[1]] as Body[] | undefined;
  return { product: 'Ecs', action, pageSize: 100, rowsOf, idOf: (row) => String(row[idName]), remove, ...more };
}

function vpc(
  action: string,
  list: readonly [string, string],
  idName: string,
  remove: Collector['remove'],
  more: Partial<Collector> = {},
): Collector {
  return { ...ecs(action, list, idName, remove, more), product: 'Vpc', pageSize: 50 };
}

const deleting =
  (product: Product, action: string, name: string, more: Parameters = {}): Collector['remove'] =>
  (client, id) =>
    client.ok(product, action, { RegionId: client.regionId, [name]: id, ...more });

const collectors: Readonly<Record<string, Collector>> = {
  networkInterface: ecs(
    'DescribeNetworkInterfaces',
    ['NetworkInterfaceSets', 'NetworkInterfaceSet'],
    'NetworkInterfaceId',
    async (client, NetworkInterfaceId) => {
      const target = { RegionId: client.regionId, NetworkInterfaceId };
      // It does not say from which instance.
      await ignoring(client.ok('Ecs', 'DetachNetworkInterface', target));
      await client.ok('Ecs', 'DeleteNetworkInterface', target);
    },
    { isLeft: (row) => row.Type === 'Primary' },
  ),
  ecsInstance: ecs('DescribeInstances', ['Instances', 'Instance'], 'InstanceId', (client, InstanceId) =>
    client.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true, TerminateSubscription: true }),
  ),
  disk: ecs(
    'DescribeDisks',
    ['Disks', 'Disk'],
    'DiskId',
    (client, DiskId) => client.ok('Ecs', 'DeleteDisk', { DiskId }),
    {
      isLeft: (row) => row.Type === 'system' || row.Status === 'In_use',
    },
  ),
  snapshot: ecs('DescribeSnapshots', ['Snapshots', 'Snapshot'], 'SnapshotId', (client, SnapshotId) =>
    client.ok('Ecs', 'DeleteSnapshot', { SnapshotId, Force: true }),
  ),
  image: ecs('DescribeImages', ['Images', 'Image'], 'ImageId', deleting('Ecs', 'DeleteImage', 'ImageId'), {
    filters: { ImageOwnerAlias: 'self' },
  }),
  keyPair: ecs(
    'DescribeKeyPairs',
    ['KeyPairs', 'KeyPair'],
    'KeyPairName',
    (client, name) => deleting('Ecs', 'DeleteKeyPairs', 'KeyPairNames')(client, `["${name}"]`),
    { pageSize: 50 },
  ),
  securityGroup: ecs(
    'DescribeSecurityGroups',
    ['SecurityGroups', 'SecurityGroup'],
    'SecurityGroupId',
    deleting('Ecs', 'DeleteSecurityGroup', 'SecurityGroupId'),
    { pageSize: 50 },
  ),
  launchTemplate: ecs(
    'DescribeLaunchTemplates',
    ['LaunchTemplateSets', 'LaunchTemplateSet'],
    'LaunchTemplateId',
    deleting('Ecs', 'DeleteLaunchTemplate', 'LaunchTemplateId'),
    { pageSize: 50 },
  ),
  deploymentSet: ecs(
    'DescribeDeploymentSets',
    ['DeploymentSets', 'DeploymentSet'],
    'DeploymentSetId',
    deleting('Ecs', 'DeleteDeploymentSet', 'DeploymentSetId'),
    { pageSize: 50 },
  ),
  eip: vpc('DescribeEipAddresses', ['EipAddresses', 'EipAddress'], 'AllocationId', async (client, AllocationId) => {
    const target = { AllocationId, RegionId: client.regionId };
    await ignoring(client.ok('Vpc', 'UnassociateEipAddress', { ...target, Force: true }));
    await client.ok('Vpc', 'ReleaseEipAddress', target);
  }),
  routeTable: vpc(
    'DescribeRouteTableList',
    ['RouterTableList', 'RouterTableListType'],
    'RouteTableId',
    deleting('Vpc', 'DeleteRouteTable', 'RouteTableId'),
    { isLeft: (row) => row.RouteTableType === 'System' },
  ),
  vswitch: vpc(
    'DescribeVSwitches',
    ['VSwitches', 'VSwitch'],
    'VSwitchId',
    deleting('Vpc', 'DeleteVSwitch', 'VSwitchId'),
  ),
  vpc: vpc('DescribeVpcs', ['Vpcs', 'Vpc'], 'VpcId', deleting('Vpc', 'DeleteVpc', 'VpcId')),
  natGateway: vpc(
    'DescribeNatGateways',
    ['NatGateways', 'NatGateway'],
    'NatGatewayId',
    deleting('Vpc', 'DeleteNatGateway', 'NatGatewayId'),
  ),
};

/** What a refusal looks like in the tool's log, which is all that it decides by. */
function textOf({ status, code, message }: CallRefused): string {
  return `SDKError:\n   StatusCode: ${status}\n   Code: ${code}\n   Message: ${message}`;
}

const retriable = ['DependencyViolation', 'IncorrectInstanceStatus', 'OperationConflict', 'ServiceUnavailable'];
const isRetriable = (text: string) => [...retriable, 'Throttling'].some((word) => text.includes(word));
const isPermanent = (text: string) =>
  ['403', 'Forbidden', 'InvalidAccessKeyId', 'InvalidResourceId.NotFound', 'InvalidInstanceId.NotFound']
    .concat(['InvalidVpcId.NotFound', 'InvalidVSwitchId.NotFound'])
    .some((word) => text.includes(word));

/** alicloud-nuke: finds everything in all regions and removes it in waves. */
export class Nuke {
  readonly #localyun: TestLocalyun;
  readonly #clientOf: (regionId: string) => ScenarioClient;

  /** @param ca the authority that it trusts; without one it speaks http */
  constructor(localyun: TestLocalyun, caller: Caller, ca: string | undefined) {
    this.#localyun = localyun;
    const transport = underServiceNames(ca);
    this.#clientOf = (regionId) => new ScenarioClient(localyun, caller, acs3, regionId, transport);
  }

  async regions(): Promise<string[]> {
    const client = this.#clientOf('cn-hangzhou');
    const { Regions } = await client.ok('Ecs', 'DescribeRegions', { AcceptLanguage: 'en-US' });
    return Regions.Region.map((region: Body) => String(region.RegionId));
  }

  /** Lists every kind in every region, all at once. */
  async scan(regions: readonly string[]): Promise<Scan> {
    const found: Found[] = [];
    const unavailable: string[] = [];
    const warnings: string[] = [];
    const looks = regions.flatMap((regionId) =>
      Object.entries(collectors).map(async ([kind, collector]) => {
        try {
          const rows = await this.#listed(collector, regionId);
          const removable = rows.filter((row) => collector.isLeft?.(row) !== true);
          for (const row of removable) found.push({ kind, id: collector.idOf(row), regionId, state: 'ready' });
        } catch (error) {
          if (!(error instanceof CallRefused)) throw error;
          const isUnavailable = /no such host|InvalidRegionId|InvalidApi\.NotFound/.test(textOf(error));
          (isUnavailable ? unavailable : warnings).push(`${kind}: ${error.code}`);
        }
      }),
    );
    await Promise.all(looks);
    return { found, unavailable, warnings };
  }

  /** Removes what was found, wave by wave; how many waves it took. */
  async remove(found: readonly Found[]): Promise<number> {
    for (let wave = 1; wave <= maxWaves; wave += 1) {
      await this.#removeAtOnce(found.filter(({ state }) => state === 'ready' || state === 'pending'));
      if (!found.some(({ state }) => state === 'pending')) return wave;
      await this.#localyun.advance(waveIntervalMs);
    }
    throw new Error('ten minutes were not enough');
  }

  /** Three quick attempts at each, all at the same time; some refusals end them early. */
  async #removeAtOnce(wave: readonly Found[]): Promise<void> {
    let left = wave;
    for (const pauseMs of [...quickPausesMs, undefined]) {
      const again = await Promise.all(left.map(async (one) => ((await this.#isTriedAgain(one)) ? [one] : [])));
      left = again.flat();
      if (pauseMs === undefined || left.length === 0) return;
      await this.#localyun.advance(pauseMs);
    }
  }

  async #isTriedAgain(one: Found): Promise<boolean> {
    try {
      await collectors[one.kind]?.remove(this.#clientOf(one.regionId), one.id);
      one.state = 'deleted';
      return false;
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      const text = textOf(error);
      one.code = error.code;
      one.state = isRetriable(text) ? 'pending' : 'failed';
      return !isRetriable(text) && !isPermanent(text);
    }
  }

  /** All pages, until as many rows are there as the answer says there are. */
  async #listed({ product, action, pageSize, filters, rowsOf }: Collector, regionId: string): Promise<Body[]> {
    const client = this.#clientOf(regionId);
    const rows: Body[] = [];
    for (let PageNumber = 1; ; PageNumber += 1) {
      const paging = { RegionId: regionId, PageNumber, PageSize: pageSize };
      const page = await client.ok(product, action, { ...paging, ...filters });
      const some = rowsOf(page) ?? [];
      rows.push(...some);
      if (rows.length >= Number(page.TotalCount ?? 0)) return rows;
      if (some.length === 0) throw new Error(`${action} counts more rows than it lists`);
    }
  }
}
