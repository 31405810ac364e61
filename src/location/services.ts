import type { ProductName } from '../contracts/contract.ts';

/** The host names under which Alibaba Cloud serves in a region what this server serves. */
const hostNames: Readonly<Record<ProductName, (regionId: string) => string>> = {
  Ecs: (regionId) => `ecs.${regionId}.aliyuncs.com`,
  Vpc: (regionId) => `vpc.${regionId}.aliyuncs.com`,
  Ram: () => 'ram.aliyuncs.com',
  Sts: (regionId) => `sts.${regionId}.aliyuncs.com`,
  ResourceManager: () => 'resourcemanager.aliyuncs.com',
  BssOpenApi: () => 'business.aliyuncs.com',
  Location: () => 'location.aliyuncs.com',
};

const byServiceCode = new Map(
  Object.entries(hostNames).map(([product, hostName]) => [product.toLowerCase(), hostName]),
);

/** The host name of a service in a region; undefined for a service that is not served here. Codes are in lower case. */
export function hostNameOf(serviceCode: string, regionId: string): string | undefined {
  return byServiceCode.get(serviceCode)?.(regionId);
}
