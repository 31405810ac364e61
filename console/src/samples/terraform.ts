import { terraform } from '../../../src/command-line/clients/terraform.ts';
import type { ObjectShape, Shape } from '../../../src/contracts/contract.ts';
import { isListValue, isObjectValue, type Value, type Values } from '../parameters/values.ts';
import type { Sample, SampledCall } from './sample.ts';
import { type TerraformResource, terraformResourceOf } from './terraform-resources.ts';

/** A configuration whose resource is what the call makes; undefined where the provider has no such resource. */
export function terraformSample(call: SampledCall): Sample | undefined {
  const { operation, parameters, target } = call;
  const resource = terraformResourceOf(operation.product, operation.action);
  if (resource === undefined) return undefined;
  const { key, endpoint, protocol, regionId } = target;
  const provider = terraform.text({
    endpoint,
    accessKeyId: key.accessKeyId,
    accessKeySecret: key.accessKeySecret,
    regionId: typeof parameters.RegionId === 'string' ? parameters.RegionId : regionId,
    // The provider block does not name the file; that there is one makes it speak https.
    caFile: protocol === 'https' ? 'ca.pem' : undefined,
  });
  return {
    run: 'terraform init\nterraform apply',
    text: `terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

${withToken(provider, key.securityToken)}
resource "${resource.type}" "made" {
${blockOf(resource, operation.parameters, parameters)}}
`,
  };
}

/** Temporary keys have one more setting. */
function withToken(provider: string, securityToken: string | undefined): string {
  if (securityToken === undefined) return provider;
  return provider.replace(/\n {2}region /, `\n  security_token = ${quoted(securityToken)}\n  region `);
}

function blockOf(resource: TerraformResource, shape: ObjectShape, parameters: Values): string {
  const lines: [string, string][] = Object.entries(resource.fixed ?? {}).map(([name, value]) => [name, quoted(value)]);
  const written = new Set<string>(['RegionId', 'ClientToken', 'Tag']);
  for (const { name, parameter, asList } of resource.attributes) {
    const value = parameters[parameter];
    // An operation may take one of a thing or several; the resource says it once.
    if (value === undefined || lines.some(([line]) => line === name)) continue;
    written.add(parameter);
    const text = valueText(shape[parameter] ?? 'string', value);
    lines.push([name, asList === true ? `[${text}]` : text]);
  }
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  const others = Object.keys(parameters).filter((name) => !written.has(name));
  return [
    ...lines.map(([name, text]) => `  ${name.padEnd(width)} = ${text}\n`),
    tagsOf(parameters.Tag),
    ...(others.length === 0
      ? []
      : [`  # Not said here, for this resource has no attribute of the kind: ${others.join(', ')}\n`]),
  ].join('');
}

function tagsOf(tags: Value | undefined): string {
  if (!isListValue(tags)) return '';
  const entries = tags
    .filter(isObjectValue)
    .map(({ Key = '', Value = '' }) => [quoted(String(Key)), quoted(String(Value))]);
  const width = Math.max(0, ...entries.map(([key = '']) => key.length));
  return `  tags = {\n${entries.map(([key = '', value = '']) => `    ${key.padEnd(width)} = ${value}\n`).join('')}  }\n`;
}

function valueText(shape: Shape, value: Value): string {
  if (isListValue(value)) return `[${value.map((item) => valueText('string', item)).join(', ')}]`;
  if (isObjectValue(value)) return quoted(JSON.stringify(value));
  const isBare =
    (shape === 'number' && /^-?\d+(\.\d+)?$/.test(value)) || (shape === 'boolean' && /^(true|false)$/.test(value));
  return isBare ? value : quoted(value);
}

/** A quoted template of HCL, in which nothing is interpolated. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, (mark) => mark + mark);
}
