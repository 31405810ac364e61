// Run with: NODE_OPTIONS=--experimental-vm-modules npx jest

import Ecs from '@alicloud/ecs20140526';
import { startTestServer } from 'localyun/testing';

const { withAccount, close } = await startTestServer();
afterAll(close);

test(
  'a clean-up job takes an interface that is gone for deleted',
  withAccount(async ({ sdkConfig }) => {
    const ecs = new Ecs.default(sdkConfig);
    const gone = new Ecs.DeleteNetworkInterfaceRequest({ regionId: 'cn-hangzhou', networkInterfaceId: 'eni-gone' });
    const refusal = await ecs.deleteNetworkInterface(gone).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'InvalidEniId.NotFound', statusCode: 404 });
  }),
);
