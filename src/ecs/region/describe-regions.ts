import { endpointOf } from '../../operation/endpoint.ts';
import { operation } from '../../operation/operation.ts';
import { regions } from '../../operation/regions.ts';
import { acceptLanguage, chargeType } from './rules.ts';

/** Lists the regions, each with the endpoint that this server answers for it. */
export const describeRegions = operation('Ecs', 'DescribeRegions', {
  permits: ['*'],
  rules: { AcceptLanguage: acceptLanguage, InstanceChargeType: chargeType },

  async execute(_parameters, { endpoint }) {
    const described = regions.map(({ regionId, localName }) => ({
      RegionId: regionId,
      LocalName: localName,
      RegionEndpoint: endpointOf(`ecs.${regionId}.aliyuncs.com`, endpoint),
      Status: 'available',
    }));
    return { Regions: { Region: described } };
  },
});
