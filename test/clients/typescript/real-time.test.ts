import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { startTestLocalyun } from '../../support/localyun.ts';
import { life, play } from '../expectation.ts';
import { Scene } from '../scene.ts';
import { productSdks } from './product-sdks.ts';

describe('under the fast profile, on the real clock', () => {
  const localyun = startTestLocalyun({ transitions: 'fast' });

  it('the TypeScript SDKs lead a network interface through its life by polling', async () => {
    const { accessKeyId } = localyun.account();
    const target = { host: `127.0.0.1:${localyun.port}`, accessKeyId, accessKeySecret: 'localyun' };
    await play(life, () => new Scene(productSdks, productSdks.connect(target), () => sleep(100)));
  });
});
