import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { startTestLocalyun } from '../../support/localyun.ts';
import { productSdks } from './product-sdks.ts';
import { Scene } from './scene.ts';
import { wholeLife } from './whole-life.ts';

describe('under the fast profile, on the real clock', () => {
  const localyun = startTestLocalyun({ transitions: 'fast' });

  it('the typed SDKs lead a network interface through its life by polling', async () => {
    const { accessKeyId } = localyun.account();
    const target = { host: `127.0.0.1:${localyun.port}`, accessKeyId, accessKeySecret: 'localyun' };
    await wholeLife(new Scene(productSdks, productSdks.connect(target), () => sleep(100)));
  });
});
