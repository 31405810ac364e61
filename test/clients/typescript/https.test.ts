import dns from 'node:dns';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { environmentText } from '../../../src/command-line/env.ts';
import { ensureCertificateAuthority } from '../../../src/gateway/transport/certificates.ts';
import { regions } from '../../../src/operation/regions.ts';
import { productSources } from '../../../tools/contracts/products.ts';
import { startTestLocalyun } from '../../support/localyun.ts';
import { life, play } from '../expectation.ts';
import { regionId, Scene } from '../scene.ts';
import { genericQuery } from './generic-client.ts';
import { popCorePost } from './pop-core.ts';
import { productSdks } from './product-sdks.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'localyun-https-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('over https on the same port, trusting the local authority', () => {
  const localyun = startTestLocalyun({ dataDir: directory, databaseUrl: undefined });
  let ca: string;
  beforeAll(async () => {
    ca = readFileSync(await ensureCertificateAuthority(directory), 'utf8');
  });

  it.each([productSdks, genericQuery, popCorePost])(
    '$name leads a network interface through its life',
    async (kind) => {
      const { accessKeyId } = localyun.account();
      const target = { host: `localhost:${localyun.port}`, accessKeyId, accessKeySecret: 'localyun', ca };
      await play(life, () => new Scene(kind, kind.connect(target), () => localyun.advance(300)));
    },
  );

  it('a client that does not trust it makes no call', async () => {
    const target = { ...localyun.account(), accessKeySecret: 'localyun', host: `localhost:${localyun.port}` };
    const client = productSdks.connect({ ...target, ca: '' });
    const call = client.call('Ecs', 'DescribeNetworkInterfaces', { RegionId: regionId });
    await expect(call).rejects.toThrow(/certificate/);
  });

  describe('under the names that clients with fixed https call', () => {
    const require = createRequire(import.meta.url);
    afterEach(() => void vi.restoreAllMocks());

    async function isTrusted(servername: string): Promise<boolean> {
      const socket = tls.connect({ host: '127.0.0.1', port: localyun.port, servername, ca, rejectUnauthorized: false });
      await once(socket, 'secureConnect');
      socket.destroy();
      return socket.authorized;
    }

    /** The name that an official client calls in a region when nobody names an endpoint. */
    function endpointOf(sdkPackage: string, region: string): string {
      const { default: Client } = require(sdkPackage) as { default: new (config: object) => { _endpoint: string } };
      const config = { accessKeyId: 'id', accessKeySecret: 'secret', regionId: region };
      return new Client(new $OpenApiUtil.Config(config))._endpoint;
    }

    it.each(productSources.map(({ sdkPackage }) => sdkPackage))('of %s', async (sdkPackage) => {
      const names = new Set(regions.map((region) => endpointOf(sdkPackage, region.regionId)));
      expect(names.size).toBeGreaterThan(0);
      for (const name of names) expect([name, await isTrusted(name)]).toEqual([name, true]);
    });

    it.each(regions.map(({ regionId }) => regionId))('and that localyun env lists for %s', async (regionId) => {
      const settings = { endpoint: '127.0.0.1:443', accessKeyId: '', accessKeySecret: '', regionId };
      const lines = environmentText(settings, { client: 'hosts' }).trim().split('\n');
      const names = lines.map((line) => /^127\.0\.0\.1 (\S+)$/.exec(line)?.[1] ?? line);
      for (const name of names) expect([name, await isTrusted(name)]).toEqual([name, true]);
      expect(names).toContain('location-readonly.aliyuncs.com');
      for (const { product, sdkPackage } of productSources) {
        // Accounts outside China are billed by another site.
        if (product !== 'BssOpenApi') expect(names).toContain(endpointOf(sdkPackage, regionId));
      }
    });

    it.each(['aliyuncs.com', 'ecs.cn-hangzhou.aliyuncs.com.example', 'a.b.c.aliyuncs.com'])('not %s', async (name) => {
      expect(await isTrusted(name)).toBe(false);
    });

    it('an official client that is sent here by the hosts file finds what it looks for', async () => {
      const lookup = dns.lookup;
      vi.spyOn(dns, 'lookup').mockImplementation(((name: string, ...rest: never[]) =>
        (lookup as (...all: unknown[]) => void)(
          name.endsWith('.aliyuncs.com') ? '127.0.0.1' : name,
          ...rest,
        )) as never);
      const { accessKeyId } = localyun.account();
      const host = `${endpointOf('@alicloud/ecs20140526', 'cn-beijing')}:${localyun.port}`;
      const client = productSdks.connect({ host, accessKeyId, accessKeySecret: 'localyun', ca });
      const { Regions: found } = await client.call('Ecs', 'DescribeRegions', {});
      expect(found.Region).toContainEqual(
        expect.objectContaining({
          RegionId: 'us-west-1',
          RegionEndpoint: `ecs.us-west-1.aliyuncs.com:${localyun.port}`,
        }),
      );
    });
  });
});
