import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../test/support/signed-client.ts';
import { type LeakedNetworkInterface, NetworkInterfacesLeaked, startTestServer, type TestServer } from './index.ts';
import type { TestLocalyun } from './test-localyun.ts';

const regionId = 'cn-beijing';
let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer({ transitions: 'manual' });
});
afterAll(() => tests.close());

/** The body of a call that must succeed. */
async function ok(localyun: TestLocalyun, product: 'Ecs' | 'Vpc', action: string, parameters: object) {
  const all = { RegionId: regionId, ...parameters };
  const { status, text } = await call(localyun.server.port, localyun, product, action, all);
  expect([action, status, status === 200 ? '' : text]).toEqual([action, 200, '']);
  return JSON.parse(text);
}

/** A network interface in a network of its own; its id. */
async function makeInterface(localyun: TestLocalyun, name = 'left'): Promise<string> {
  const { VpcId } = await ok(localyun, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
  await localyun.server.clock.advance(1_000);
  const where = { VpcId, ZoneId: `${regionId}-h`, CidrBlock: '10.0.0.0/24' };
  const { VSwitchId } = await ok(localyun, 'Vpc', 'CreateVSwitch', where);
  const { SecurityGroupId } = await ok(localyun, 'Ecs', 'CreateSecurityGroup', { VpcId });
  await localyun.server.clock.advance(1_000);
  const wanted = { VSwitchId, SecurityGroupId, NetworkInterfaceName: name };
  return (await ok(localyun, 'Ecs', 'CreateNetworkInterface', wanted)).NetworkInterfaceId;
}

describe('withAccount', () => {
  it('fails of what a test leaves behind, and names it and the call that made it', async () => {
    let id = '';
    const failure: unknown = await tests
      .withAccount(async (localyun) => {
        id = await makeInterface(localyun);
        expect(await localyun.leaks()).toMatchObject([{ id, region: regionId }]);
      })()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NetworkInterfacesLeaked);
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        new RegExp(
          `^1 network interface is left behind:\\n  ${id} "left" in cn-beijing, Available, made by CreateNetworkInterface \\(`,
        ),
      ),
      networkInterfaces: [{ id } satisfies Partial<LeakedNetworkInterface>],
    });
  });

  it('counts what is on its way out as gone', async () => {
    await tests.withAccount(async (localyun) => {
      const NetworkInterfaceId = await makeInterface(localyun);
      await ok(localyun, 'Ecs', 'DeleteNetworkInterface', { NetworkInterfaceId });
    })();
  });

  it('looks for nothing when it is told so, by its caller or by the test', async () => {
    await tests.withAccount(async (localyun) => void (await makeInterface(localyun)), { leaks: 'ignore' })();
    await tests.withAccount(async (localyun) => {
      localyun.ignoreLeaks();
      await makeInterface(localyun);
    })();
  });

  it('says of a test that fails what it failed of', async () => {
    const failing = tests.withAccount(async (localyun) => {
      await makeInterface(localyun);
      throw new Error('of its own');
    });
    await expect(failing()).rejects.toThrow('of its own');
  });

  it('gives every run an account of its own, with nothing in it', async () => {
    const seen = new Set<string>();
    const test = tests.withAccount(async ({ accountId, leaks, sdkConfig, server }) => {
      seen.add(accountId);
      expect(await leaks()).toEqual([]);
      expect(sdkConfig).toMatchObject({ endpoint: server.host, protocol: 'http' });
    });
    await Promise.all([test(), test(), test()]);
    expect(seen.size).toBe(3);
  });
});

describe('startTestServer', () => {
  it('may have leaks ignored for all its tests', async () => {
    const lenient = await startTestServer({ transitions: 'manual', leaks: 'ignore' });
    await lenient.withAccount(async (localyun) => void (await makeInterface(localyun)))();
    const strict = lenient.withAccount(async (localyun) => void (await makeInterface(localyun)), { leaks: 'fail' });
    await expect(strict()).rejects.toThrow(/left behind/);
    await lenient.close();
  });

  it('refuses a policy for leaks that there is not, and options of no server', async () => {
    const work = tests.withAccount(() => undefined, { leaks: 'perhaps' as 'fail' });
    await expect(work()).rejects.toThrow('leaks: "perhaps" is not one of fail, ignore');
    await expect(startTestServer({ leak: 'ignore' } as object)).rejects.toThrow(/^unknown option leak; /);
  });
});
