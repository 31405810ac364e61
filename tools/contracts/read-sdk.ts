import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Contract, ObjectShape, ProductContracts } from '../../src/contracts/contract.ts';
import type { ProductSource } from './products.ts';
import { isModelClass, type ModelClass, objectShape, type Packing } from './sdk-model.ts';

const require = createRequire(import.meta.url);

/** Parameters every operation once took and no operation heeds: accepted on the wire, part of no contract. */
const legacyParameters: ReadonlySet<string> = new Set([
  'OwnerAccount',
  'OwnerId',
  'ResourceOwnerAccount',
  'ResourceOwnerId',
]);

/** Reads the contracts of all operations of one product out of its installed SDK package. */
export function readProduct(source: ProductSource): ProductContracts {
  const clientFile = require.resolve(source.sdkPackage);
  const models: Readonly<Record<string, unknown>> = require(clientFile);
  const requiredProperties = readRequiredProperties(join(dirname(clientFile), 'models'));
  const calls = readCalls(readFileSync(clientFile, 'utf8'));

  const [version, ...otherVersions] = new Set(calls.map((call) => call.version));
  if (version === undefined || otherVersions.length > 0) {
    throw new Error(`${source.sdkPackage} calls not exactly one API version: ${[version, ...otherVersions]}`);
  }
  const operations = calls.map((call): [string, Contract] => [
    call.action,
    contractOf(call, models, requiredProperties),
  ]);
  return { product: source.product, version, operations: Object.fromEntries(operations) };
}

function contractOf(
  call: Call,
  models: Readonly<Record<string, unknown>>,
  requiredProperties: ReadonlyMap<string, readonly string[]>,
): Contract {
  const requestClass = `${call.action}Request`;
  const request = modelNamed(models, requestClass);
  const required = requiredProperties.get(requestClass);
  if (request && !required) throw new Error(`The SDK declares no class ${requestClass}.`);
  const response = modelNamed(models, `${call.action}ResponseBody`);
  const parameters = request ? withoutLegacy(objectShape(request, call.packings)) : {};
  const requiredNames = new Set(required?.map((property) => request?.names()[property]));
  return {
    parameters,
    required: Object.keys(parameters).filter((wireName) => requiredNames.has(wireName)),
    response: withRequestId(response ? objectShape(response) : {}),
  };
}

function modelNamed(models: Readonly<Record<string, unknown>>, name: string): ModelClass | undefined {
  const model = models[name];
  return isModelClass(model) ? model : undefined;
}

function withoutLegacy(parameters: ObjectShape): ObjectShape {
  return Object.fromEntries(Object.entries(parameters).filter(([wireName]) => !legacyParameters.has(wireName)));
}

function withRequestId(response: ObjectShape): ObjectShape {
  return 'RequestId' in response ? response : { ...response, RequestId: 'string' };
}

/** One call the SDK client can make. */
interface Call {
  readonly action: string;
  readonly version: string;
  /** By property of the request model: what the client packs into one text before sending. */
  readonly packings: ReadonlyMap<string, Packing>;
}

/** The calls of a generated client, one `<action>WithOptions` method each. */
function readCalls(clientText: string): Call[] {
  const methods = clientText.split(/^ {4}async (?=\w+WithOptions\()/m).slice(1);
  return methods.map((text) => {
    const action = /\baction: "(\w+)"/.exec(text)?.[1];
    const version = /\bversion: "([\d-]+)"/.exec(text)?.[1];
    if (!action || !version) throw new Error(`A client method names no action or version: ${text.slice(0, 80)}`);
    return { action, version, packings: readPackings(text) };
  });
}

function readPackings(methodText: string): ReadonlyMap<string, Packing> {
  const packed = methodText.matchAll(/arrayToStringWithSpecifiedStyle\(tmpReq\.(\w+), "\w+", "(\w+)"\)/g);
  return new Map(Array.from(packed, ([, property, style]) => [String(property), packingOf(style)]));
}

function packingOf(style: string | undefined): Packing {
  if (style === 'json') return 'json';
  if (style === 'simple') return 'comma';
  throw new Error(`The SDK packs a parameter in an unknown style: ${style}`);
}

/**
 * By request class, the properties whose documentation has the line "This parameter is required.".
 * The declarations are searched by class because file names differ from class names in case
 * (`EnableNetworkInterfaceQoSRequest` lives in `EnableNetworkInterfaceQoSrequest.d.ts`).
 */
function readRequiredProperties(modelFolder: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(modelFolder).filter((file) => /request\.d\.ts$/i.test(file));
  return new Map(files.flatMap((file) => requiredByClass(readFileSync(join(modelFolder, file), 'utf8'))));
}

function requiredByClass(declarations: string): [string, readonly string[]][] {
  const classes = declarations.split(/^export declare class /m).slice(1);
  return classes.map((text) => [/^\w+/.exec(text)?.[0] ?? '', requiredIn(text)]);
}

function requiredIn(classText: string): string[] {
  const documented = classText.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)\?:/g);
  return Array.from(documented)
    .filter(([, comment]) => /^\s*\* This parameter is required\.$/m.test(comment ?? ''))
    .map(([, , property]) => String(property));
}
