import { createHmac, randomUUID } from 'node:crypto';
import http from 'node:http';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** Parameters before flattening: `{ Tag: [{ Key, Value }] }` becomes `Tag.1.Key`, `Tag.1.Value`. */
export type Parameters = Readonly<Record<string, unknown>>;

export const versions = {
  Ecs: '2014-05-26',
  Vpc: '2016-04-28',
  Ram: '2015-05-01',
  Sts: '2015-04-01',
  ResourceManager: '2020-03-31',
  BssOpenApi: '2017-12-14',
  Location: '2015-06-12',
} as const;

export type Product = keyof typeof versions;

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Flattens objects and lists the way the official clients do. */
export function flatten(parameters: Parameters): Record<string, string> {
  const flat: Record<string, string> = {};
  const visit = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(`${name}.${index + 1}`, item);
    else if (typeof value === 'object') for (const [key, item] of Object.entries(value)) visit(`${name}.${key}`, item);
    else flat[name] = String(value);
  };
  for (const [name, value] of Object.entries(parameters)) visit(name, value);
  return flat;
}

/** Signs by the first scheme: HMAC-SHA1 over the sorted parameters. */
export function signV1(
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, string>>,
  accessKeySecret: string,
): string {
  const canonical = Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
    .join('&');
  return createHmac('sha1', `${accessKeySecret}&`)
    .update(`${method}&%2F&${encode(canonical)}`)
    .digest('base64');
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

/** The form body of one signed call. `overrides` replace or add parameters before it is signed. */
export function signedForm(
  key: { accessKeyId: string; accessKeySecret: string },
  product: Product,
  action: string,
  parameters: Parameters,
  overrides: Readonly<Record<string, string>> = {},
): string {
  const all: Record<string, string> = {
    ...flatten(parameters),
    Action: action,
    Version: versions[product],
    Format: 'JSON',
    AccessKeyId: key.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...overrides,
  };
  return new URLSearchParams({ ...all, Signature: signV1('POST', all, key.accessKeySecret) }).toString();
}

/** Sends one signed call as a form, as most clients do. */
export function call(
  port: number,
  key: { accessKeyId: string; accessKeySecret: string },
  product: Product,
  action: string,
  parameters: Parameters,
  format: 'JSON' | 'XML' = 'JSON',
): Promise<WireAnswer> {
  return send(port, 'POST', '/', signedForm(key, product, action, parameters, { Format: format }), formHeaders);
}

/** Sends any request and reads the whole answer. */
export function send(
  port: number,
  method: string,
  path: string,
  body = '',
  headers: http.OutgoingHttpHeaders = {},
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', method, path, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
