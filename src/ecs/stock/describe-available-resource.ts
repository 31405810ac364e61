import { operation } from '../../operation/operation.ts';
import { findRegion, zonesOf } from '../../operation/regions.ts';
import { describedZone, offersIn } from './offers.ts';
import { availableResourceRules, checkTogether } from './rules.ts';

/**
 * Lists what can be bought in each zone of a region, of the one kind that `DestinationResource` names and together with
 * everything else that the request names. A zone without any is left out.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeavailableresource
 */
export const describeAvailableResource = operation('Ecs', 'DescribeAvailableResource', {
  permits: ['*'],
  malformedRegionId: 'InvalidRegionId.MalFormed',
  rules: availableResourceRules,
  check: checkTogether,

  async execute(parameters, { regionId }) {
    const region = findRegion(regionId);
    const zones = region === undefined ? [] : zonesOf(region);
    // What is sold for a region as a whole belongs to no zone.
    const places = parameters.Scope?.toLowerCase() === 'region' ? [''] : zones;
    const offered = places
      .filter((zoneId) => parameters.ZoneId === undefined || zoneId === '' || zoneId === parameters.ZoneId)
      .map((zoneId) => ({ zoneId, offers: offersIn(zoneId, parameters) }))
      .filter(({ offers }) => offers.length > 0);
    return {
      AvailableZones: {
        AvailableZone: offered.map(({ zoneId, offers }) =>
          describedZone(regionId, zoneId, parameters.DestinationResource, offers),
        ),
      },
    };
  },
});
