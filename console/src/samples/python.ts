import { flatParameters } from './flat.ts';
import { snakeMethod, snakeName } from './names.ts';
import { packages } from './packages.ts';
import type { Sample, SampledCall } from './sample.ts';
import { type Typed, type TypedObject, typedRequest } from './typed.ts';

/** Python with the SDK of the product, or with the generic client where that cannot carry the call. */
export function pythonSample(call: SampledCall): Sample {
  const { product, action, parameters } = call.operation;
  const request = typedRequest(call.operation, call.parameters);
  const sdk = packages[product].python;
  if (sdk === undefined || request === undefined || Object.keys(parameters).length === 0) return genericSample(call);
  return {
    run: `pip install ${sdk}\npython call.py`,
    text: `import json

from ${sdk} import models
from ${sdk}.client import Client
from alibabacloud_tea_openapi.utils_models import Config

client = Client(Config(
${configOf(call)}))
request = ${objectText(request, '')}
answer = client.${snakeMethod(action)}(request)
print(json.dumps(answer.body.to_map(), indent=2))
`,
  };
}

function objectText({ className, members }: TypedObject, indent: string): string {
  if (members.length === 0) return `models.${className}()`;
  const lines = members.map(([name, value]) => `${indent}    ${snakeName(name)}=${valueText(value, `${indent}    `)},`);
  return `models.${className}(\n${lines.join('\n')}\n${indent})`;
}

function valueText(value: Typed, indent: string): string {
  switch (value.kind) {
    case 'object':
      return objectText(value, indent);
    case 'list':
      return `[${value.items.map((item) => valueText(item, indent)).join(', ')}]`;
    case 'boolean':
      return value.text === 'true' ? 'True' : 'False';
    case 'number':
      return value.text;
    case 'text':
      return JSON.stringify(value.text);
  }
}

function genericSample(call: SampledCall): Sample {
  const { action, version } = call.operation;
  const query = flatParameters(call).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  return {
    run: 'pip install alibabacloud_tea_openapi\npython call.py',
    text: `import json

from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_openapi.utils_models import Config, OpenApiRequest, Params
from darabonba.runtime import RuntimeOptions

client = Client(Config(
${configOf(call)}))
operation = Params(
    action=${JSON.stringify(action)},
    version=${JSON.stringify(version)},
    protocol=${JSON.stringify(call.target.protocol.toUpperCase())},
    method="POST",
    pathname="/",
    auth_type="AK",
    style="RPC",
    req_body_type="formData",
    body_type="json",
)
request = OpenApiRequest(query={
${query.join('')}})
answer = client.call_api(operation, request, RuntimeOptions())
print(json.dumps(answer["body"], indent=2))
`,
  };
}

function configOf({ target: { key, endpoint, protocol, regionId } }: SampledCall): string {
  const members = {
    access_key_id: key.accessKeyId,
    access_key_secret: key.accessKeySecret,
    ...(key.securityToken === undefined ? {} : { security_token: key.securityToken }),
    region_id: regionId,
    protocol,
    endpoint,
  };
  return Object.entries(members)
    .map(([name, value]) => `    ${name}=${JSON.stringify(value)},\n`)
    .join('');
}
