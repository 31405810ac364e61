import { type ClientSettings, keyVariables, protocolOf, trust } from '../settings.ts';

/** The second generation of the Python SDK: `pip install alibabacloud_ecs20140526`. */
export const python: ClientSettings = {
  variables: (settings) => ({
    ...keyVariables(settings),
    LOCALYUN_ENDPOINT: settings.endpoint,
    ...trust(settings, 'SSL_CERT_FILE'),
  }),

  text: (settings) => `from alibabacloud_ecs20140526.client import Client
from alibabacloud_ecs20140526.models import DescribeNetworkInterfacesRequest
from alibabacloud_tea_openapi.models import Config

ecs = Client(Config(
    access_key_id=${JSON.stringify(settings.accessKeyId)},
    access_key_secret=${JSON.stringify(settings.accessKeySecret)},
    region_id=${JSON.stringify(settings.regionId)},
    protocol="${protocolOf(settings)}",
    endpoint=${JSON.stringify(settings.endpoint)},
${settings.caFile === undefined ? '' : `    ca=${JSON.stringify(settings.caFile)},\n`}))
request = DescribeNetworkInterfacesRequest(region_id=${JSON.stringify(settings.regionId)})
answer = ecs.describe_network_interfaces(request)
print(answer.body.total_count)
`,
};
