import { type ClientSettings, trust } from '../settings.ts';

/** The collection `alibaba.alicloud`: its library has no setting for an endpoint, but the SDK below it has a table. */
export const ansible: ClientSettings = {
  variables: (settings) => ({
    ALICLOUD_ACCESS_KEY: settings.accessKeyId,
    ALICLOUD_SECRET_KEY: settings.accessKeySecret,
    ALICLOUD_REGION: settings.regionId,
    ...trust(settings, 'ALIBABA_CLOUD_CA_BUNDLE'),
  }),

  text: ({ endpoint, regionId, caFile }) => `# sitecustomize.py, in a folder that PYTHONPATH names
from aliyunsdkcore.profile import region_provider
${caFile === undefined ? '' : 'from aliyunsdkcore.request import set_default_protocol_type\n\nset_default_protocol_type("https")\n'}
for product in ("Ecs", "Vpc", "Ram", "Sts", "ResourceManager"):
    region_provider.modify_point(product, ${JSON.stringify(regionId)}, ${JSON.stringify(endpoint)})
`,
};
