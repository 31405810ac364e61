import { createRequire } from 'node:module';
import { connect } from 'node:net';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { formHeaders, send, signedForm } from '../support/signed-client.ts';

const localyun = startTestLocalyun();
const regionId = 'cn-hangzhou';

const ask = async (method: string, path: string, body?: object) => {
  const { status, text } = await send(localyun.port, method, `/_localyun${path}`, body ? JSON.stringify(body) : '');
  return { status, body: JSON.parse(text) };
};
const add = async (fault: object) => {
  const { status, body } = await ask('POST', '/faults', fault);
  if (status !== 200) throw new Error(body.error);
  return body.id as string;
};
const list = async () => (await ask('GET', '/faults')).body.faults;
const regions = { RegionId: regionId };

afterEach(async () => {
  expect((await ask('DELETE', '/faults')).status).toBe(200);
});

/** The first bytes of a raw connection's answer, and how the connection ended. */
function raw(body: string): Promise<{ received: string; error: string | undefined }> {
  return new Promise((resolve) => {
    const socket = connect(localyun.port, '127.0.0.1');
    let received = '';
    let error: string | undefined;
    socket.on('data', (chunk) => (received += chunk));
    socket.on('error', (failure: NodeJS.ErrnoException) => (error = failure.code));
    socket.on('close', () => resolve({ received, error }));
    const length = Buffer.byteLength(body);
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${formHeaders['content-type']}\r\nContent-Length: ${length}\r\n\r\n${body}`,
    );
  });
}

describe('an error', () => {
  it('is answered to the next calls with its documented status, and to no more', async () => {
    const account = localyun.account();
    await add({
      effect: 'error',
      action: 'DescribeRegions',
      code: 'InternalError',
      account: account.accessKeyId,
      times: 2,
    });
    const wrong = [];
    for (let call = 0; call < 2; call += 1) wrong.push(await account.refused('Ecs', 'DescribeRegions', regions));
    expect(wrong.map(({ status, code }) => `${status} ${code}`)).toEqual(['500 InternalError', '500 InternalError']);
    await account.ok('Ecs', 'DescribeRegions', regions);
    expect(await list()).toEqual([]);
  });

  it('has the message of the catalogue, with what the request has', async () => {
    const account = localyun.account();
    await add({
      effect: 'error',
      product: 'ecs',
      action: 'DeleteNetworkInterface',
      code: 'InvalidOperation.EniServiceManaged',
    });
    const refused = await account.refused('Ecs', 'DeleteNetworkInterface', {
      ...regions,
      NetworkInterfaceId: 'eni-bp1aaaa',
    });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.EniServiceManaged' });
    expect(refused.message).not.toMatch(/[{}]/);
  });

  it('of a code that the operation does not have is refused, with near ones', async () => {
    const { status, body } = await ask('POST', '/faults', {
      effect: 'error',
      action: 'DeleteNetworkInterface',
      code: 'InvalidOperation.EniServiceManage',
    });
    expect([status, body.error]).toEqual([
      400,
      expect.stringMatching(
        /InvalidOperation\.EniServiceManage is no error of DeleteNetworkInterface; near ones are InvalidOperation\.EniServiceManaged/,
      ),
    ]);
  });

  it('of throttling tells when to come again', async () => {
    const account = localyun.account();
    await add({ effect: 'error', code: 'Throttling.User', retryAfterMs: 1500, identity: account.accessKeyId });
    const { status, headers, text } = await account.call('Ecs', 'DescribeRegions', regions);
    expect([status, headers['x-acs-retry-after'], JSON.parse(text).Code]).toEqual([400, '1500', 'Throttling.User']);
  });

  it('does not meet what does not match, nor what would be refused anyway', async () => {
    const account = localyun.account();
    const other = localyun.account();
    await add({
      effect: 'error',
      code: 'InternalError',
      account: account.accountId,
      region: 'cn-beijing',
      resource: 'eni-2',
      product: 'Ecs',
    });
    const list2 = { NetworkInterfaceId: ['eni-1', 'eni-2'] };
    await account.ok('Ecs', 'DescribeNetworkInterfaces', { ...regions, ...list2 });
    await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-beijing', NetworkInterfaceId: ['eni-1'] });
    await other.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-beijing', ...list2 });
    await account.refused('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-beijing', ...list2, PageSize: 'x' });
    expect(await list()).toMatchObject([{ met: 0, remaining: 1, code: 'InternalError', status: 500 }]);
    await account.refused('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-beijing', ...list2 });
    expect(await list()).toEqual([]);
  });

  it('finds an id in a list that travels as one text', async () => {
    const account = localyun.account();
    await add({ effect: 'error', code: 'SystemBusy', resource: 'i-2' });
    await account.ok('Ecs', 'DescribeInstances', { ...regions, InstanceIds: '["i-22"]' });
    await account.refused('Ecs', 'DescribeInstances', { ...regions, InstanceIds: '["i-1","i-2"]' });
  });

  it('at a rate meets the same calls again for the same seed', async () => {
    const account = localyun.account();
    const run = async () => {
      const id = await add({
        effect: 'error',
        code: 'ServiceUnavailable',
        account: account.accessKeyId,
        rate: 0.5,
        seed: 7,
      });
      const statuses = [];
      for (let call = 0; call < 24; call += 1)
        statuses.push((await account.call('Ecs', 'DescribeRegions', regions)).status);
      await ask('DELETE', `/faults/${id}`);
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 503]));
  });
});

describe('a connection', () => {
  const key = (name: string) => ({ accessKeyId: `localyun-${name}`, accessKeySecret: 'localyun' });
  const form = (name: string, parameters: object) =>
    signedForm(key(name), 'Ecs', 'CreateSecurityGroup', { ...regions, ClientToken: 'once', ...parameters });
  const groups = async (name: string) =>
    (await localyun.account(name).ok('Ecs', 'DescribeSecurityGroups', regions)).SecurityGroups.SecurityGroup;

  it('that is reset before has changed nothing', async () => {
    const { vpcId: VpcId } = await localyun.account('before').network();
    const before = await groups('before');
    await add({ effect: 'reset-before', action: 'CreateSecurityGroup' });
    expect(await raw(form('before', { VpcId }))).toEqual({ received: '', error: 'ECONNRESET' });
    expect(await groups('before')).toHaveLength(before.length);
  });

  it('that is reset after has changed what was asked for, and its ClientToken tells', async () => {
    const { vpcId: VpcId } = await localyun.account('after').network();
    const before = await groups('after');
    await add({ effect: 'reset-after', action: 'CreateSecurityGroup' });
    expect(await raw(form('after', { VpcId }))).toEqual({ received: '', error: 'ECONNRESET' });
    const after = await groups('after');
    expect(after).toHaveLength(before.length + 1);
    const again = await send(localyun.port, 'POST', '/', form('after', { VpcId }), formHeaders);
    expect(after.map(({ SecurityGroupId }: { SecurityGroupId: string }) => SecurityGroupId)).toContain(
      JSON.parse(again.text).SecurityGroupId,
    );
    expect(await groups('after')).toHaveLength(after.length);
  });

  it('that is cut off brings half of the answer', async () => {
    const { vpcId: VpcId } = await localyun.account('cut').network();
    await add({ effect: 'truncate', action: 'CreateSecurityGroup' });
    const { received } = await raw(form('cut', { VpcId }));
    const promised = Number(/content-length: (\d+)/i.exec(received)?.[1]);
    const [, body = ''] = received.split('\r\n\r\n');
    expect(body.length).toBe(Math.floor(promised / 2));
    expect(body).toMatch(/^\{"/);
  });

  it('that hangs is closed in the end without an answer', async () => {
    const { vpcId: VpcId } = await localyun.account('hung').network();
    await add({ effect: 'hang', action: 'CreateSecurityGroup', maxMs: 100 });
    expect(await raw(form('hung', { VpcId }))).toMatchObject({ received: '' });
    expect(await list()).toEqual([]);
  });

  it('that is delayed is answered after that time', async () => {
    await add({ effect: 'delay', action: 'DescribeRegions', minMs: 150, maxMs: 160 });
    const account = localyun.account();
    const begun = performance.now();
    await account.ok('Ecs', 'DescribeRegions', regions);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(145);
  });
});

describe('faults of delayed changes', () => {
  it('are in the same list, and can be taken back', async () => {
    const account = localyun.account();
    const id = await add({
      effect: 'stick',
      transition: 'network-interface/attach',
      account: account.accessKeyId,
      times: 3,
    });
    expect(await list()).toEqual([
      { id, effect: 'stick', transition: 'network-interface/attach', account: account.accountId, remaining: 3 },
    ]);
    const network = await account.network();
    const InstanceId = await account.runInstance(network);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const attach = { ...regions, InstanceId, NetworkInterfaceId };
    await account.ok('Ecs', 'AttachNetworkInterface', attach);
    await localyun.advance(60_000);
    expect(await account.describeNetworkInterface(network, NetworkInterfaceId)).toMatchObject({ Status: 'Attaching' });
    expect(await list()).toMatchObject([{ id, remaining: 2 }]);
    expect((await ask('DELETE', `/faults/${id}`)).status).toBe(200);
    const second = (await account.createNetworkInterface(network)).NetworkInterfaceId;
    await account.ok('Ecs', 'AttachNetworkInterface', { ...attach, NetworkInterfaceId: second });
    await localyun.advance(60_000);
    expect(await account.describeNetworkInterface(network, second)).toMatchObject({ Status: 'InUse' });
    expect(await ask('DELETE', `/faults/${id}`)).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining(id) },
    });
  });
});

describe('what cannot be', () => {
  it.each([
    [{ effect: 'explode' }, 'effect'],
    [{ effect: 'error' }, 'code must be given'],
    [{ effect: 'delay' }, 'minMs or maxMs'],
    [{ effect: 'delay', minMs: 5, maxMs: 4 }, 'minMs: 5 is more than maxMs, 4'],
    [{ effect: 'truncate', code: 'InternalError' }, 'code means nothing with the effect truncate'],
    [{ effect: 'stick', transition: 'network-interface/attach', rate: 1 }, 'rate means nothing with the effect stick'],
    [{ effect: 'stick', transition: 'network-interface/explode' }, 'network-interface/attach'],
    [{ effect: 'hang', product: 'Oss' }, 'product: Oss is none of'],
    [{ effect: 'hang', action: 'DeleteNetworkInterfaces' }, 'near ones are DeleteNetworkInterface'],
    [{ effect: 'hang', region: 'cn-nowhere' }, 'region: cn-nowhere is not a known region'],
    [{ effect: 'hang', rate: 0 }, 'rate'],
    [{ effect: 'hang', maxMs: 3_600_000 }, 'maxMs'],
    [{ effect: 'hang', often: 2 }, 'often'],
  ])('%j is refused', async (fault, error) => {
    expect(await ask('POST', '/faults', fault)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(error) },
    });
    expect(await list()).toEqual([]);
  });

  it('goes with a reset', async () => {
    const account = localyun.account();
    await add({ effect: 'hang', account: account.accessKeyId });
    const another = localyun.account();
    await add({ effect: 'hang', account: another.accessKeyId });
    await ask('POST', `/reset?account=${account.accountId}`);
    expect(await list()).toMatchObject([{ account: another.accountId }]);
    await ask('POST', '/reset');
    expect(await list()).toEqual([]);
  });
});

describe('an official SDK', () => {
  it('reads from a throttled call when to come again', async () => {
    const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
    const { accessKeyId } = localyun.account();
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        accessKeyId,
        accessKeySecret: 'localyun',
        endpoint: `127.0.0.1:${localyun.port}`,
        protocol: 'http',
      }),
    );
    await add({ effect: 'error', code: 'Throttling', retryAfterMs: 700, account: accessKeyId });
    const call = client.describeRegions(new sdk.DescribeRegionsRequest({}));
    await expect(call).rejects.toMatchObject({ code: 'Throttling', statusCode: 400, retryAfter: 700 });
  });
});
