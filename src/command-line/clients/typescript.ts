import { type ClientSettings, keyVariables, protocolOf, trust } from '../settings.ts';

/** The TypeScript SDK: `npm install @alicloud/ecs20140526 @alicloud/openapi-core`. */
export const typescript: ClientSettings = {
  variables: (settings) => ({
    ...keyVariables(settings),
    LOCALYUN_ENDPOINT: settings.endpoint,
    ...trust(settings, 'NODE_EXTRA_CA_CERTS'),
  }),

  text: (settings) => `import Ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';

const config = new $OpenApiUtil.Config({
  accessKeyId: ${quoted(settings.accessKeyId)},
  accessKeySecret: ${quoted(settings.accessKeySecret)},
  regionId: ${quoted(settings.regionId)},
  protocol: '${protocolOf(settings)}',
  endpoint: ${quoted(settings.endpoint)},
});
const ecs = new Ecs.default(config);
const request = new Ecs.DescribeNetworkInterfacesRequest({ regionId: config.regionId });
const { body } = await ecs.describeNetworkInterfaces(request);
console.log(body?.totalCount);
`,
};

/** A string of TypeScript in single quotes. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}
