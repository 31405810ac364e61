import { refusalsOf } from './refusal.ts';

/** Refusals that concern the region of a request, whatever the operation. */
export const refuseRegion = refusalsOf({
  'InvalidRegionId.NotFound': [404, 'The specified RegionId "{regionId}" does not exist.'],
  'InvalidRegionId.MalFormed': [400, 'The specified parameter RegionId is not valid: "{regionId}".'],
  'Forbidden.RegionId': [400, 'Network interfaces are not offered in the region "{regionId}".'],
  'Forbidden.RegionId.Ipv6': [
    403,
    'Network interfaces are not offered in the region "{regionId}".',
    'Forbidden.RegionId',
  ],
});
