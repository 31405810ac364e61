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
  return { hostOf: plain.hostOf, send: (port, _host, request) => sendOverHttps(port, request, { ca }) };
}

/**
 * To the names that the SDKs of the second generation know, led here as by a hosts file. Over https when there is an
 * authority to trust, over http otherwise.
 */
export function underServiceNames(ca: string | undefined): Transport {
  return {
    hostOf: ({ product, regionId }) => serviceName(product.toLowerCase(), regionId),
    send: (port, host, request) =>
      ca === undefined ? plain.send(port, host, request) : sendOverHttps(port, request, { ca, servername: host }),
  };
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
  trust: { readonly ca: string; readonly servername?: string },
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false, ...trust };
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
