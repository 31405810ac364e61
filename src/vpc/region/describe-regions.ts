import { endpointOf } from '../../operation/endpoint.ts';
import { operation } from '../../operation/operation.ts';
import { regions } from '../../operation/regions.ts';

/**
 * Lists the regions, each with the endpoint that this server answers for it. Names are English in every language.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeRegions
 */
export const describeRegions = operation('Vpc', 'DescribeRegions', {
  permits: ['*'],
  async execute(_parameters, { endpoint }) {
    const described = regions.map(({ regionId, localName }) => ({
      RegionId: regionId,
      LocalName: localName,
      RegionEndpoint: endpointOf(`vpc.${regionId}.aliyuncs.com`, endpoint),
    }));
    return { Regions: { Region: described } };
  },
});
