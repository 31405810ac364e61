import http from 'node:http';
import { createRequire } from 'node:module';
import net from 'node:net';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { call, send } from '../../test/support/signed-client.ts';
import { control } from './control.fixture.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const RegionId = 'cn-hangzhou';

const localyun = startTestLocalyun();
const ask = (method: string, path: string, body?: object) => control(localyun, method, path, body);

describe('the log of requests', () => {
  it('has what the official client sent, newest first, and its answer', async () => {
    const account = localyun.account();
    const network = await account.network();
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        accessKeyId: account.accessKeyId,
        accessKeySecret: 'localyun',
        protocol: 'http',
        endpoint: `127.0.0.1:${localyun.port}`,
      }),
    );
    const { body } = await client.createNetworkInterface(
      new sdk.CreateNetworkInterfaceRequest({
        regionId: RegionId,
        vSwitchId: network.vSwitchId,
        securityGroupId: network.securityGroupId,
      }),
    );
    const { requests } = (await ask('GET', `/requests?account=${account.accountId}&limit=2`)).body;
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({
      requestId: body?.requestId,
      account: account.accountId,
      caller: `acs:ram::${account.accountId}:root`,
      accessKeyId: account.accessKeyId,
      product: 'Ecs',
      version: '2014-05-26',
      action: 'CreateNetworkInterface',
      region: RegionId,
      parameters: { RegionId, VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId },
      method: 'POST',
      scheme: 'V3',
      status: 200,
      client: { userAgent: expect.stringContaining('AlibabaCloud'), address: expect.stringContaining('127.0.0.1') },
    });
    expect(requests[0].resources).toEqual(
      expect.arrayContaining([network.vSwitchId, network.securityGroupId, body?.networkInterfaceId]),
    );
    expect(requests[1].action).toBe('CreateSecurityGroup');
    const whole = (await ask('GET', `/requests/${body?.requestId}`)).body;
    expect(JSON.parse(whole.responseBody)).toMatchObject({ NetworkInterfaceId: body?.networkInterfaceId });
  });

  it('is filtered by product, action, code, status and time', async () => {
    const account = localyun.account();
    await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId });
    await account.refused('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: 'eni-none' });
    await account.ok('Vpc', 'DescribeVpcs', { RegionId });
    const listed = async (query: string) =>
      (await ask('GET', `/requests?account=${account.accountId}&${query}`)).body.requests.map(
        ({ action }: { action: string }) => action,
      );
    expect(await listed('')).toEqual(['DescribeVpcs', 'DeleteNetworkInterface', 'DescribeNetworkInterfaces']);
    expect(await listed('product=vpc')).toEqual(['DescribeVpcs']);
    expect(await listed('action=DescribeNetworkInterfaces')).toEqual(['DescribeNetworkInterfaces']);
    expect(await listed('code=InvalidEniId.NotFound')).toEqual(['DeleteNetworkInterface']);
    expect(await listed('status=200')).toEqual(['DescribeVpcs', 'DescribeNetworkInterfaces']);
    expect(await listed('since=2999-01-01T00:00:00Z')).toEqual([]);
    expect(await listed('since=2001-01-01T00:00:00Z&limit=1')).toEqual(['DescribeVpcs']);
    expect(await ask('GET', '/requests?since=yesterday')).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/since.*yesterday/) },
    });
    expect((await ask('GET', '/requests/none')).status).toBe(404);
  });

  it('keeps no secret, whatever its way in or out', async () => {
    const account = localyun.account();
    const secret = 'Secret-1-that-nobody-reads';
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    await account.ok('Ram', 'CreateLoginProfile', { UserName: 'alice', Password: secret });
    const made = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const xml = await account.call('Ram', 'CreateAccessKey', { UserName: 'alice' }, 'XML');
    const ofXml = /<AccessKeySecret>([^<]+)/.exec(xml.text)?.[1];
    const device = await account.ok('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' });
    const wrongSecret = { accessKeyId: account.accessKeyId, accessKeySecret: 'wrong' };
    const refused = await call(localyun.port, wrongSecret, 'Ram', 'CreateLoginProfile', {
      UserName: 'a',
      Password: secret,
    });
    expect(refused.text).toContain(secret);
    const log = (await ask('GET', '/requests?limit=100')).body.requests;
    const whole = await Promise.all(
      log.map(async ({ requestId }: { requestId: string }) => (await ask('GET', `/requests/${requestId}`)).body),
    );
    const text = JSON.stringify(whole);
    expect(text).toContain('CreateVirtualMFADevice');
    for (const hidden of [
      secret,
      made.AccessKey.AccessKeySecret,
      ofXml,
      device.VirtualMFADevice.Base32StringSeed,
      device.VirtualMFADevice.QRCodePNG.slice(0, 100),
    ]) {
      expect(hidden).toMatch(/./);
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toMatch(/"Signature"/);
    expect(text).toContain('"Password":"***"');
    expect(text).toContain('\\"AccessKeySecret\\":\\"***\\"');
  });

  it('has what was no request of the protocol as well, under the id of its answer', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = net.connect(localyun.port, '127.0.0.1', () => socket.write('no HTTP at all\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk));
      socket.on('close', () => resolve(text));
    });
    const { RequestId, Recommend } = JSON.parse(answer.slice(answer.indexOf('{')));
    expect(await ask('GET', `/requests/${RequestId}`)).toMatchObject({
      status: 200,
      body: { code: 'MalformedRequest', status: 400, parameters: {} },
    });
    expect(new URL(Recommend).hash).toBe(`#/requests/${RequestId}`);
  });

  it('is waited for: what comes, what came since a time, and what does not come', async () => {
    const account = localyun.account();
    const filter = { account: account.accountId, action: 'DescribeVpcs' };
    const waiting = ask('POST', '/requests/wait', { ...filter, timeoutMs: 20_000 });
    await ask('GET', '/health');
    await account.ok('Vpc', 'DescribeVpcs', { RegionId });
    expect(await waiting).toMatchObject({ status: 200, body: { action: 'DescribeVpcs' } });
    expect(await ask('POST', '/requests/wait', { ...filter, since: '2001-01-01T00:00:00Z' })).toMatchObject({
      status: 200,
    });
    expect(await ask('POST', '/requests/wait', { ...filter, timeoutMs: 1 })).toMatchObject({
      status: 408,
      body: { error: expect.stringContaining('1 ms') },
    });
    for (const timeoutMs of [0, -1, 1e9, 'soon']) {
      expect(await ask('POST', '/requests/wait', { timeoutMs })).toMatchObject({ status: 400 });
    }
  });

  it('is a stream of events while somebody listens', async () => {
    const account = localyun.account();
    const path = `/_localyun/requests/stream?account=${account.accountId}`;
    const received = await new Promise<string>((resolve, reject) => {
      const request = http.get({ port: localyun.port, host: '127.0.0.1', path }, (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream');
        let text = '';
        response.on('data', (chunk) => {
          if (text === '') account.ok('Ram', 'CreateUser', { UserName: 'alice' }).catch(reject);
          text += chunk;
          if (!/event: request\n.*\n\n/.test(text)) return;
          request.destroy();
          resolve(text);
        });
      });
      request.on('error', reject);
    });
    const [, data = ''] = /event: request\ndata: (.*)\n\n/.exec(received) ?? [];
    expect(JSON.parse(data)).toMatchObject({ action: 'CreateUser', status: 200 });
    const [, change = ''] = /event: event\ndata: (.*"ram-user".*)\n\n/.exec(received) ?? [];
    expect(JSON.parse(change)).toMatchObject({
      resourceType: 'ram-user',
      change: 'created',
      to: { userName: 'alice' },
    });
  });
});

describe('a log of three requests', () => {
  const small = startTestLocalyun({ requestLog: 3 });

  it('forgets the oldest', async () => {
    const account = small.account();
    for (const PageSize of [1, 2, 3, 4]) await account.ok('Vpc', 'DescribeVpcs', { RegionId, PageSize });
    const { requests } = (await control(small, 'GET', '/requests')).body;
    expect(requests.map(({ parameters }: { parameters: { PageSize: string } }) => parameters.PageSize)).toEqual([
      '4',
      '3',
      '2',
    ]);
  });
});

describe('a server without log', () => {
  const silent = startTestLocalyun({ requestLog: 0 });

  it('says so', async () => {
    await silent.account().ok('Vpc', 'DescribeVpcs', { RegionId });
    expect(await control(silent, 'GET', '/requests')).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('--request-log') },
    });
  });
});

describe('the recommendation of an error', () => {
  it.each(['JSON', 'XML'] as const)('leads to the page of the very request, in %s', async (format) => {
    const account = localyun.account();
    const { text } = await account.call(
      'Ecs',
      'DeleteNetworkInterface',
      { RegionId, NetworkInterfaceId: 'eni-none' },
      format,
    );
    const written = format === 'JSON' ? JSON.parse(text).Recommend : /<Recommend>(.*)<\/Recommend>/.exec(text)?.[1];
    const url = new URL(format === 'JSON' ? written : written.replaceAll('&amp;', '&'));
    const requestId = url.searchParams.get('requestId');
    expect(url.origin).toBe(`http://127.0.0.1:${localyun.port}`);
    expect(url.searchParams.get('q')).toBe('InvalidEniId.NotFound');
    expect(url.searchParams.get('product')).toBe('Ecs');
    expect(url.hash).toBe(`#/requests/${requestId}`);
    expect((await ask('GET', `/requests/${requestId}`)).body.code).toBe('InvalidEniId.NotFound');
  });

  it('is that of the address that the server listens on when the client called another name', async () => {
    const { text } = await send(localyun.port, 'GET', '/?Action=x', '', { host: 'ecs.cn-hangzhou.aliyuncs.com' });
    expect(text).toContain(`<Recommend>http://127.0.0.1:${localyun.port}/_localyun/?q=`);
  });
});

describe('the catalogue of errors over the control API', () => {
  it('lists every code and shows one', async () => {
    const { errors } = (await ask('GET', '/errors?product=ecs&action=DeleteNetworkInterface&answered=true')).body;
    const codes = errors.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['InvalidOperation.InvalidEniState', 'SignatureDoesNotMatch']));
    expect(codes).not.toContain('InvalidInstanceType.ValueNotSupported');
    expect((await ask('GET', '/errors/InvalidOperation.InvalidEniState')).body).toMatchObject({
      code: 'InvalidOperation.InvalidEniState',
      entries: [{ product: 'Ecs', status: 400, cause: expect.any(String), wayOut: expect.any(String) }],
    });
    expect(await ask('GET', '/errors/None')).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('None') },
    });
  });
});
