import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { type Server, startServer } from '../../src/server.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { formHeaders, send, signedForm } from '../support/signed-client.ts';

interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: { stringValue?: string; intValue?: number } }[];
  readonly status: { readonly code?: number };
}

/** A collector of OTLP over HTTP: keeps every span, with the attributes of its resource. */
async function startCollector() {
  const spans: CollectedSpan[] = [];
  const services = new Set<string>();
  const paths = new Set<string>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      paths.add(`${request.method} ${request.url}`);
      for (const { resource, scopeSpans } of JSON.parse(Buffer.concat(chunks).toString()).resourceSpans) {
        for (const { key, value } of resource.attributes) if (key === 'service.name') services.add(value.stringValue);
        for (const scope of scopeSpans) spans.push(...scope.spans);
      }
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { spans, services, paths, endpoint: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };
const region = { RegionId: 'cn-hangzhou' };
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

const serve = (tracesEndpoint: string): Promise<Server> =>
  startServer({ port: 0, logLevel: 'error', transitions: 'instant', databaseUrl: testDatabaseUrl(), tracesEndpoint });
const attribute = ({ attributes }: CollectedSpan, name: string) => {
  const value = attributes.find((one) => one.key === name)?.value;
  return value?.stringValue ?? value?.intValue;
};

describe('traces', () => {
  it('have a span a request that continues its trace, with spans for what takes time in it', async () => {
    const collector = await startCollector();
    closing.push(collector.close);
    const server = await serve(collector.endpoint);
    const traceId = randomBytes(16).toString('hex');
    const spanId = randomBytes(8).toString('hex');
    const form = (action: string, parameters: object) => signedForm(key, 'Vpc', action, { ...region, ...parameters });
    const traceparent = `00-${traceId}-${spanId}-01`;
    const made = await send(server.port, 'POST', '/', form('CreateVpc', {}), { ...formHeaders, traceparent });
    const refused = await send(server.port, 'POST', '/', form('DeleteVpc', { VpcId: 'vpc-none' }), formHeaders);
    expect([made.status, refused.status]).toEqual([200, 404]);
    await server.close();

    expect([...collector.paths]).toEqual(['POST /v1/traces']);
    expect([...collector.services]).toEqual(['localyun']);
    const roots = collector.spans.filter(({ kind }) => kind === 2);
    const root = roots.find(({ name }) => name === 'Vpc CreateVpc')!;
    expect(root).toMatchObject({ traceId, parentSpanId: spanId });
    expect({
      product: attribute(root, 'localyun.product'),
      action: attribute(root, 'localyun.action'),
      account: attribute(root, 'localyun.account'),
      requestId: attribute(root, 'localyun.request_id'),
      status: attribute(root, 'http.response.status_code'),
      code: attribute(root, 'localyun.code'),
    }).toEqual({
      product: 'Vpc',
      action: 'CreateVpc',
      account: '1000000000000001',
      requestId: JSON.parse(made.text).RequestId,
      status: 200,
      code: undefined,
    });
    const partsOf = (parent: CollectedSpan) =>
      collector.spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId).map(({ name }) => name);
    expect(partsOf(root)).toEqual(['authenticate', 'authorize', 'execute']);
    const execute = collector.spans.find((one) => one.parentSpanId === root.spanId && one.name === 'execute')!;
    expect(partsOf(execute)).toContain('commit wait');
    for (const part of collector.spans.filter((one) => one.traceId === traceId && one !== root)) {
      expect(BigInt(part.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(root.endTimeUnixNano) + 2_000_000n);
    }
    const other = roots.find(({ name }) => name === 'Vpc DeleteVpc')!;
    expect(other.traceId).not.toBe(traceId);
    expect(attribute(other, 'localyun.code')).toBe('InvalidVpcId.NotFound');
    expect(other.status.code ?? 0).toBe(0);
  });

  it('are left out where the caller does not want them', async () => {
    const collector = await startCollector();
    closing.push(collector.close);
    const server = await serve(`${collector.endpoint}/v1/traces`);
    const traceparent = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
    const form = signedForm(key, 'Ecs', 'DescribeRegions', {});
    expect((await send(server.port, 'POST', '/', form, { ...formHeaders, traceparent })).status).toBe(200);
    await server.close();
    expect(collector.spans).toEqual([]);
  });

  it('do not keep requests from being answered when nobody takes them', async () => {
    const server = await serve('http://127.0.0.1:1');
    const { status } = await send(server.port, 'POST', '/', signedForm(key, 'Ecs', 'DescribeRegions', {}), formHeaders);
    expect(status).toBe(200);
    await server.close();
  });

  it('go to no address that is none', async () => {
    await expect(serve('collector:4318')).rejects.toThrow('tracesEndpoint: "collector:4318" is no http or https URL');
  });
});
