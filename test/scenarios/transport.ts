import https from 'node:https';
import { type Product, send, type WireAnswer } from '../support/signed-client.ts';
import type { WireRequest } from './wire.ts';

/** How a program reaches the server. */
export interface Transport {
  /** The host that the program believes to call, and that it signs where hosts are signed. */
  hostOf(called: { readonly product: Product; readonly regionId: string; readonly port: number }): string;
  send(port: number, host: string, request: WireRequest): Promise<WireAnswer>;
}

/** Http, to the address. */
export const plain: Transport = {
  hostOf: ({ port }) => `127.0.0.1:${port}`,
  send: (port, _host, { method, path, body, headers }) => send(port, method, path, body, headers),
};

/** Https, to the address, trusting one authority only. */
export function overHttps(ca: string): Transport {
  const agent = trusting(ca);
  return { hostOf: plain.hostOf, send: (port, _host, request) => sendOverHttps(port, request, { agent }) };
}

/**
 * To the names that the SDKs of the second generation know, led here as by a hosts file. Over https when there is an
 * authority to trust, over http otherwise.
 */
export function underServiceNames(ca: string | undefined): Transport {
  const hostOf: Transport['hostOf'] = ({ product, regionId }) => serviceName(product.toLowerCase(), regionId);
  if (ca === undefined) return { hostOf, send: plain.send };
  const agent = trusting(ca);
  return { hostOf, send: (port, host, request) => sendOverHttps(port, request, { agent, servername: host }) };
}

function trusting(ca: string): https.Agent {
  return new https.Agent({ keepAlive: true, maxSockets: 16, ca });
}

/** Where the oldest region is still called by an older name. */
const olderNames: Readonly<Record<string, string>> = {
  'ecs.cn-hangzhou.aliyuncs.com': 'ecs-cn-hangzhou.aliyuncs.com',
  'vpc.cn-hangzhou.aliyuncs.com': 'vpc.aliyuncs.com',
};

function serviceName(product: string, regionId: string): string {
  const name = `${product}.${regionId}.aliyuncs.com`;
  return olderNames[name] ?? name;
}

function sendOverHttps(
  port: number,
  { method, path, body, headers }: WireRequest,
  trust: { readonly agent: https.Agent; readonly servername?: string },
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, ...trust };
    const request = https.request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
