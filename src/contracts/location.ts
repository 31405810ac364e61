import type { ObjectShape, ProductContracts } from './contract.ts';

const endpoint: ObjectShape = {
  Endpoint: 'string',
  Id: 'string',
  Namespace: 'string',
  Protocols: { Protocols: ['string'] },
  // The service's own spelling, which clients look for.
  SerivceCode: 'string',
  Type: 'string',
};

const listed: ObjectShape = {
  EndpointList: {
    ItemEndpoint: [
      {
        Endpoint: 'string',
        Id: 'string',
        Namespace: 'string',
        Product: 'string',
        Protocols: { Protocols: ['string'] },
        Type: 'string',
      },
    ],
  },
  RequestId: 'string',
  Success: 'boolean',
};

/**
 * The contracts of Location, written by hand: there is no npm package to read them from. The operations, parameters and
 * fields are those of `services/location` in the Go SDK of the first generation, `alibaba-cloud-sdk-go` 1.63; what is
 * required is what every client sends.
 */
export const location: ProductContracts = {
  product: 'Location',
  version: '2015-06-12',
  operations: {
    DescribeEndpoint: {
      parameters: { Id: 'string', Password: 'string', ServiceCode: 'string' },
      required: ['Id', 'ServiceCode'],
      response: { ...endpoint, RequestId: 'string' },
    },
    DescribeEndpoints: {
      parameters: { Id: 'string', ServiceCode: 'string', Type: 'string' },
      required: ['Id', 'ServiceCode'],
      response: { Endpoints: { Endpoint: [endpoint] }, RequestId: 'string', Success: 'boolean' },
    },
    DescribeRegions: {
      parameters: { Password: 'string' },
      required: [],
      response: { RegionIds: { RegionIds: ['string'] }, RequestId: 'string', TotalCount: 'number' },
    },
    DescribeServices: {
      parameters: { Password: 'string' },
      required: [],
      response: { RequestId: 'string', Services: { Services: ['string'] }, TotalCount: 'number' },
    },
    ListEndpoints: {
      parameters: { Id: 'string', Namespace: 'string', SerivceCode: 'string' },
      required: [],
      response: listed,
    },
    ListEndpointsByIp: { parameters: { Ip: 'string' }, required: [], response: listed },
  },
};
