import { operation } from '../../operation/operation.ts';
import { findRegion, zoneNameOf, zonesOf } from '../../operation/regions.ts';

const zoneType = 'AvailabilityZone';

/**
 * Lists the zones of a region; all of them are of the one ordinary type.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeZones
 */
export const describeZones = operation('Vpc', 'DescribeZones', {
  permits: ['*'],
  async execute({ ZoneType: wanted = zoneType }, { regionId }) {
    const region = findRegion(regionId);
    if (region === undefined) throw new Error(`no region ${regionId}`);
    const zones = wanted === zoneType ? zonesOf(region) : [];
    const described = zones.map((zoneId) => ({
      ZoneId: zoneId,
      LocalName: zoneNameOf(region, zoneId),
      ZoneType: zoneType,
    }));
    return { Zones: { Zone: described } };
  },
});
