import { flatParameters } from './flat.ts';
import { camelName } from './names.ts';
import { packages } from './packages.ts';
import type { Sample, SampledCall } from './sample.ts';
import { type Typed, type TypedObject, typedRequest } from './typed.ts';

/** TypeScript with the SDK of the product, or with the generic client where that cannot carry the call. */
export function typescriptSample(call: SampledCall): Sample {
  const { product } = call.operation;
  const request = typedRequest(call.operation, call.parameters);
  const sdk = packages[product].typescript;
  if (sdk === undefined || request === undefined || hasNoRequestClass(call)) return genericSample(call);
  return {
    run: `npm install ${sdk} @alicloud/openapi-core tsx\nnpx tsx call.ts`,
    text: `import ${product} from '${sdk}';
import { $OpenApiUtil } from '@alicloud/openapi-core';

const client = new ${product}.default(
${configOf(call)}
);
${typedCall(call, request)}
console.log(JSON.stringify(body?.toMap(), undefined, 2));
`,
  };
}

/** Operations of billing without parameters may or may not have one. */
function hasNoRequestClass({ operation: { product, parameters } }: SampledCall): boolean {
  return product === 'BssOpenApi' && Object.keys(parameters).length === 0;
}

function typedCall({ operation: { product, action, parameters } }: SampledCall, request: TypedObject): string {
  const method = camelName(action);
  if (Object.keys(parameters).length === 0) return `const { body } = await client.${method}();`;
  return `const request = ${objectText(product, request, '')};
const { body } = await client.${method}(request);`;
}

function objectText(product: string, { className, members }: TypedObject, indent: string): string {
  if (members.length === 0) return `new ${product}.${className}()`;
  const lines = members.map(
    ([name, value]) => `${indent}  ${camelName(name)}: ${valueText(product, value, `${indent}  `)},`,
  );
  return `new ${product}.${className}({\n${lines.join('\n')}\n${indent}})`;
}

function valueText(product: string, value: Typed, indent: string): string {
  if (value.kind === 'object') return objectText(product, value, indent);
  if (value.kind === 'text') return quoted(value.text);
  if (value.kind !== 'list') return value.text;
  return `[${value.items.map((item) => valueText(product, item, indent)).join(', ')}]`;
}

function genericSample(call: SampledCall): Sample {
  const { action, version } = call.operation;
  const query = flatParameters(call).map(([name, value]) => `    ${quoted(name)}: ${quoted(value)},\n`);
  return {
    run: 'npm install @alicloud/openapi-core @darabonba/typescript tsx\nnpx tsx call.ts',
    text: `import OpenApi, { $OpenApiUtil } from '@alicloud/openapi-core';
import * as $dara from '@darabonba/typescript';

const client = new OpenApi.default(
${configOf(call)}
);
const operation = new $OpenApiUtil.Params({
  action: ${quoted(action)},
  version: ${quoted(version)},
  protocol: ${quoted(call.target.protocol.toUpperCase())},
  method: 'POST',
  pathname: '/',
  authType: 'AK',
  style: 'RPC',
  reqBodyType: 'formData',
  bodyType: 'json',
});
const request = new $OpenApiUtil.OpenApiRequest({
  query: {
${query.join('')}  },
});
const { body } = await client.callApi(operation, request, new $dara.RuntimeOptions({}));
console.log(JSON.stringify(body, undefined, 2));
`,
  };
}

function configOf({ target: { key, endpoint, protocol, regionId } }: SampledCall): string {
  const members = {
    accessKeyId: key.accessKeyId,
    accessKeySecret: key.accessKeySecret,
    ...(key.securityToken === undefined ? {} : { securityToken: key.securityToken }),
    regionId,
    protocol,
    endpoint,
  };
  const lines = Object.entries(members).map(([name, value]) => `    ${name}: ${quoted(value)},\n`);
  return `  new $OpenApiUtil.Config({\n${lines.join('')}  }),`;
}

/** A string in single quotes. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}
