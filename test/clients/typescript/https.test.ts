import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCertificateAuthority } from '../../../src/gateway/transport/certificates.ts';
import { startTestLocalyun } from '../../support/localyun.ts';
import { genericQuery } from './generic-client.ts';
import { popCorePost } from './pop-core.ts';
import { productSdks } from './product-sdks.ts';
import { regionId, Scene } from './scene.ts';
import { wholeLife } from './whole-life.ts';

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
      await wholeLife(new Scene(kind, kind.connect(target), () => localyun.advance(300)));
    },
  );

  it('a client that does not trust it makes no call', async () => {
    const target = { ...localyun.account(), accessKeySecret: 'localyun', host: `localhost:${localyun.port}` };
    const client = productSdks.connect({ ...target, ca: '' });
    const call = client.call('Ecs', 'DescribeNetworkInterfaces', { RegionId: regionId });
    await expect(call).rejects.toThrow(/certificate/);
  });
});
