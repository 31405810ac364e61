import type { Product } from '../../support/signed-client.ts';
import type { Body } from '../../support/test-account.ts';
import { listAt, numberAt, textsAt } from './decode.ts';
import type { Provider } from './provider.ts';

const pageSize = 50;

/** Zones in which something can be made, by their ids in order: `alicloud_zones`. */
export async function zones(provider: Provider, wanted: { readonly available_resource_creation?: string }) {
  const RegionId = provider.regionId;
  const InstanceChargeType = 'PostPaid';
  const offered = await provider.typed('Ecs', 'DescribeAvailableResource', {
    RegionId,
    DestinationResource: 'Zone',
    IoOptimized: 'optimized',
    InstanceChargeType,
    SpotStrategy: 'NoSpot',
  });
  const onSale = new Set(
    listAt(offered, '$.AvailableZones.AvailableZone')
      .filter((zone) => zone.Status !== 'SoldOut')
      .map((zone) => zone.ZoneId),
  );
  const described = await provider.typed('Ecs', 'DescribeZones', { RegionId, InstanceChargeType });
  return listAt(described, '$.Zones.Zone')
    .filter(
      (zone) =>
        onSale.has(zone.ZoneId) &&
        textsAt(zone, '$.AvailableInstanceTypes.InstanceTypes').length > 0 &&
        textsAt(zone, '$.AvailableDiskCategories.DiskCategories').length > 0,
    )
    .filter((zone) => {
      const creatable = textsAt(zone, '$.AvailableResourceCreation.ResourceTypes');
      return wanted.available_resource_creation === undefined || creatable.includes(wanted.available_resource_creation);
    })
    .map((zone) => String(zone.ZoneId))
    .sort();
}

export interface WantedTypes {
  readonly availability_zone?: string;
  readonly cpu_core_count?: number;
  readonly memory_size?: number;
  readonly eni_amount?: number;
  readonly instance_type_family?: string;
}

/** Instance types on sale that fit: `alicloud_instance_types`. */
export async function instanceTypes(provider: Provider, wanted: WantedTypes): Promise<Body[]> {
  const RegionId = provider.regionId;
  const offered = await provider.rpc('Ecs', 'DescribeAvailableResource', {
    RegionId,
    DestinationResource: 'InstanceType',
    ZoneId: wanted.availability_zone,
    Cores: wanted.cpu_core_count,
    Memory: wanted.memory_size,
    IoOptimized: 'optimized',
    InstanceChargeType: 'PostPaid',
  });
  const onSale = new Set<unknown>();
  for (const zone of listAt(offered, '$.AvailableZones.AvailableZone')) {
    if (zone.Status === 'SoldOut') continue;
    for (const resource of listAt(zone, '$.AvailableResources.AvailableResource')) {
      if (resource.Type !== 'InstanceType') continue;
      for (const one of listAt(resource, '$.SupportedResources.SupportedResource')) {
        if (one.Status !== 'SoldOut') onSale.add(one.Value);
      }
    }
  }
  const types: Body[] = [];
  let NextToken: string | undefined;
  do {
    const request = { RegionId, InstanceTypeFamily: wanted.instance_type_family, MaxResults: 100, NextToken };
    const page: Body = await provider.rpc('Ecs', 'DescribeInstanceTypes', request);
    types.push(...listAt(page, '$.InstanceTypes.InstanceType'));
    NextToken = page.NextToken;
  } while (NextToken);
  return types.filter((type) => onSale.has(type.InstanceTypeId) && fits(type, wanted));
}

function fits(type: Body, { cpu_core_count, memory_size, eni_amount = 0 }: WantedTypes): boolean {
  if (typeof type.InstanceTypeId !== 'string' || typeof type.InstanceTypeFamily !== 'string') {
    throw new Error(`panic: ${JSON.stringify(type)}`);
  }
  return (
    (cpu_core_count === undefined || numberAt(type, 'CpuCoreCount') === cpu_core_count) &&
    (memory_size === undefined || Number(type.MemorySize) === memory_size) &&
    eni_amount <= numberAt(type, 'EniQuantity')
  );
}

export interface WantedImages {
  readonly owners?: 'system' | 'self' | 'others' | 'marketplace';
  readonly name_regex?: RegExp;
  readonly most_recent?: boolean;
}

/** Images whose names fit: `alicloud_images`. A page that is full and comes again would be read for ever. */
export async function images(provider: Provider, { owners, name_regex, most_recent = false }: WantedImages) {
  const found: Body[] = [];
  for (let PageNumber = 1; ; PageNumber += 1) {
    const request = { RegionId: provider.regionId, ImageOwnerAlias: owners, PageNumber, PageSize: 100 };
    const page = listAt(await provider.typed('Ecs', 'DescribeImages', request), '$.Images.Image');
    found.push(...page);
    if (page.length < 100) break;
  }
  const fitting = found.filter((image) => name_regex === undefined || name_regex.test(image.ImageName));
  for (const image of fitting) listAt(image, '$.DiskDeviceMappings.DiskDeviceMapping');
  const newestFirst = (one: Body, other: Body) => Date.parse(other.CreationTime) - Date.parse(one.CreationTime);
  return most_recent ? [...fitting].sort(newestFirst).slice(0, 1) : fitting;
}

/** Resource groups by their status: `alicloud_resource_manager_resource_groups`. */
export async function resourceGroups(provider: Provider, { status: Status }: { readonly status?: string }) {
  const groups = await paged(
    provider,
    'ResourceManager',
    'ListResourceGroups',
    { Status },
    '$.ResourceGroups.ResourceGroup',
  );
  const details: Body[] = [];
  for (const { Id: ResourceGroupId } of groups) {
    const answer = await provider.rpc('ResourceManager', 'GetResourceGroup', { ResourceGroupId });
    details.push(answer.ResourceGroup);
  }
  return details;
}

/** Reads a list by pages of 50 until one is short. */
export async function paged(
  provider: Provider,
  product: Product,
  action: string,
  filters: object,
  path: string,
): Promise<Body[]> {
  const found: Body[] = [];
  for (let PageNumber = 1; ; PageNumber += 1) {
    const request = { RegionId: provider.regionId, ...filters, PageSize: pageSize, PageNumber };
    const page = listAt(await provider.rpc(product, action, request), path);
    found.push(...page);
    if (page.length < pageSize) return found;
  }
}
