import { operation } from '../../operation/operation.ts';
import { findRegion, zoneNameOf, zonesOf } from '../../operation/regions.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import { dedicatedHostTypes } from './dedicated-host-types.ts';
import { diskCategories } from './disk-categories.ts';
import { acceptLanguage, chargeType, spotStrategy } from './rules.ts';

const everyInstanceType = instanceTypes.map((type) => type.instanceTypeId);
const everyFamily = [...new Set(instanceTypes.map((type) => type.family))];

/** Every zone offers the same: all instance types and disk categories of the catalogue. */
const offered = {
  AvailableResourceCreation: { ResourceTypes: ['VSwitch', 'IoOptimized', 'Instance', 'DedicatedHost', 'Disk'] },
  AvailableInstanceTypes: { InstanceTypes: everyInstanceType },
  AvailableDiskCategories: { DiskCategories: diskCategories },
  AvailableVolumeCategories: { VolumeCategories: ['san_ssd', 'san_efficiency'] },
  AvailableDedicatedHostTypes: { DedicatedHostType: dedicatedHostTypes },
  DedicatedHostGenerations: { DedicatedHostGeneration: ['ddh-3'] },
  AvailableResources: {
    ResourcesInfo: [
      {
        IoOptimized: true,
        NetworkTypes: { supportedNetworkCategory: ['vpc'] },
        InstanceGenerations: { supportedInstanceGeneration: ['ecs-3', 'ecs-4', 'ecs-5', 'ecs-6', 'ecs-7'] },
        InstanceTypeFamilies: { supportedInstanceTypeFamily: everyFamily },
        InstanceTypes: { supportedInstanceType: everyInstanceType },
        SystemDiskCategories: { supportedSystemDiskCategory: diskCategories },
        DataDiskCategories: { supportedDataDiskCategory: diskCategories },
      },
    ],
  },
};

/** Lists the zones of a region and what can be created in them. */
export const describeZones = operation('Ecs', 'DescribeZones', {
  permits: ['*'],
  rules: { AcceptLanguage: acceptLanguage, InstanceChargeType: chargeType, SpotStrategy: spotStrategy },

  async execute({ Verbose = true }, { regionId }) {
    const region = findRegion(regionId);
    if (region === undefined) throw new Error(`no region ${regionId}`);
    const zones = zonesOf(region).map((zoneId) => ({
      ZoneId: zoneId,
      LocalName: zoneNameOf(region, zoneId),
      ZoneType: 'AvailabilityZone',
      ...(Verbose ? offered : {}),
    }));
    return { Zones: { Zone: zones } };
  },
});
