import { endpointOf } from '../operation/endpoint.ts';
import { operation } from '../operation/operation.ts';
import { findRegion } from '../operation/regions.ts';
import { refuse } from './refusals.ts';
import { hostNameOf } from './services.ts';

/** The kind of endpoint that SDKs and tools ask for; there are no inner ones here. */
const publicType = 'openAPI';
/** All endpoints of the service itself are in one namespace. */
const namespace = '26842';

/**
 * Tells a client where a service is in the region `Id`: here, under the address that the client itself called. Every
 * identity may ask. A service that is not served here is refused as one that does not exist, so that SDKs fall back on
 * the addresses they know themselves.
 * @see https://github.com/aliyun/alibaba-cloud-sdk-go/blob/master/sdk/endpoints/location_resolver.go
 */
export const describeEndpoints = operation('Location', 'DescribeEndpoints', {
  anyRegion: true,
  everyIdentity: true,

  async execute({ Id: regionId, ServiceCode, Type = publicType }, { endpoint }) {
    if (findRegion(regionId) === undefined) return refuse('InvalidRegionId');
    const serviceCode = ServiceCode.toLowerCase();
    const hostName = hostNameOf(serviceCode, regionId);
    if (hostName === undefined) return refuse('Illegal Parameter');
    const found = {
      Endpoint: endpointOf(hostName, endpoint),
      Id: regionId,
      Namespace: namespace,
      Protocols: { Protocols: ['HTTP', 'HTTPS'] },
      SerivceCode: serviceCode,
      Type: publicType,
    };
    return { Endpoints: { Endpoint: Type === publicType ? [found] : [] }, Success: true };
  },
});
