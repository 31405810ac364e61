import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ecs from '@alicloud/ecs20140526';
import { startLocalyun } from 'localyun';

test('a clean-up job takes an interface that is gone for deleted', async () => {
  const localyun = await startLocalyun({ transitions: 'manual' });
  try {
    const ecs = new Ecs.default({ ...localyun.credentials, protocol: 'http', endpoint: localyun.host });
    const gone = new Ecs.DeleteNetworkInterfaceRequest({ regionId: 'cn-hangzhou', networkInterfaceId: 'eni-gone' });
    await assert.rejects(ecs.deleteNetworkInterface(gone), { code: 'InvalidEniId.NotFound', statusCode: 404 });
    await localyun.clock.advance(1_000);
  } finally {
    await localyun.close();
  }
});
