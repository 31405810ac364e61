import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from './support/localyun.ts';
import { send } from './support/signed-client.ts';

const localyun = startTestLocalyun();

const ask = async (method: string, path: string, body?: unknown) => {
  const { status, text } = await send(
    localyun.port,
    method,
    `/_localyun${path}`,
    body === undefined ? '' : JSON.stringify(body),
  );
  return { status, body: JSON.parse(text) };
};

describe('the control API', () => {
  it('tells how the server is', async () => {
    expect(await ask('GET', '/health')).toMatchObject({
      status: 200,
      body: { status: 'ok', version: expect.any(String), transitions: 'manual', schemaVersion: expect.any(Number) },
    });
  });

  it('moves the manual clock, and only forwards', async () => {
    const before = (await ask('GET', '/clock')).body.now;
    const after = await ask('POST', '/clock/advance', { milliseconds: 1500 });
    expect(Date.parse(after.body.now) - Date.parse(before)).toBe(1500);
    for (const milliseconds of [-1, 1.5, 'soon', undefined, 1e20]) {
      const refused = await ask('POST', '/clock/advance', { milliseconds });
      expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('milliseconds') } });
    }
  });

  it('moves the clock through the years that times are written with, and not beyond', async () => {
    const { levers } = localyun.server;
    const beforeMs = Date.parse(levers.clock().now);
    await expect(levers.advance(Date.UTC(10_000, 0, 1) - beforeMs)).rejects.toThrow('the year 9999');
    expect(Date.parse(levers.clock().now)).toBe(beforeMs);
  });

  it('empties one account, or everything', async () => {
    const one = localyun.account();
    const other = localyun.account();
    for (const account of [one, other]) {
      const network = await account.network();
      await account.runInstance(network);
      await account.createNetworkInterface(network, { Tag: [{ Key: 'k' }], ClientToken: 'token' });
    }
    const count = async (account: typeof one) =>
      (await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-hangzhou' })).TotalCount;
    expect((await ask('POST', `/reset?account=${one.accountId}`)).status).toBe(200);
    expect([await count(one), await count(other)]).toEqual([0, 2]);
    expect((await ask('POST', '/reset')).status).toBe(200);
    expect(await count(other)).toBe(0);
    expect((await one.network()).vpcId).toMatch(/^vpc-/);
  });

  it('refuses what it does not know, and says so', async () => {
    expect((await ask('GET', '/nothing')).status).toBe(404);
    expect(await ask('POST', '/transition-faults', { resourceType: 'x', kind: 'y', outcome: 'fail' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('network-interface/delete') },
    });
    for (const kind of ['create', 'nothing']) {
      const fault = { effect: 'fail', transition: `vpc/${kind}` };
      expect(await ask('POST', '/faults', fault)).toMatchObject({
        status: 400,
        body: { error: expect.stringMatching(`^transition: vpc/${kind} .*network-interface/delete`) },
      });
    }
    const broken = await send(localyun.port, 'POST', '/_localyun/seed', '{');
    expect([broken.status, broken.text]).toEqual([400, expect.stringContaining('not JSON')]);
    expect(await ask('POST', '/seed', { accounts: [{ accessKeyId: 'other' }] })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('accounts.0.accessKeyId') },
    });
    expect(await ask('POST', '/seed', { accounts: ['\0'] })).toMatchObject({ status: 400 });
    expect(await ask('TRACE', '/health')).toMatchObject({
      status: 404,
      body: { error: expect.stringMatching('TRACE') },
    });
    expect(await ask('GET', '/health', {})).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await ask('PATCH', '/network-interfaces/eni-none', { serviceId: 1 })).status).toBe(404);
  });
});
