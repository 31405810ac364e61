import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const RegionId = 'cn-hangzhou';
const localyun = startTestLocalyun();

it('EnableVpcClassicLink and DisableVpcClassicLink set what DescribeVpcAttribute shows, also repeatedly', async () => {
  const account = localyun.account();
  const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
  const call = (action: string) => account.ok('Vpc', action, { RegionId, VpcId });
  const shown = async () => (await call('DescribeVpcAttribute')).ClassicLinkEnabled;
  for (const action of ['EnableVpcClassicLink', 'DisableVpcClassicLink']) {
    expect(await account.refused('Vpc', action, { RegionId, VpcId })).toMatchObject({
      status: 400,
      code: 'IncorrectVpcStatus',
    });
  }
  await localyun.advance(1_000);
  expect(await shown()).toBe(false);
  expect(Object.keys(await call('EnableVpcClassicLink'))).toEqual(['RequestId']);
  await call('EnableVpcClassicLink');
  expect(await shown()).toBe(true);
  expect(Object.keys(await call('DisableVpcClassicLink'))).toEqual(['RequestId']);
  await call('DisableVpcClassicLink');
  expect(await shown()).toBe(false);
  for (const action of ['EnableVpcClassicLink', 'DisableVpcClassicLink']) {
    const absent = { status: 404, code: 'InvalidVpcId.NotFound' };
    expect(await account.refused('Vpc', action, { RegionId, VpcId: 'vpc-none' })).toMatchObject(absent);
    expect(await account.refused('Vpc', action, { RegionId: 'cn-beijing', VpcId })).toMatchObject(absent);
    expect(await localyun.account().refused('Vpc', action, { RegionId, VpcId })).toMatchObject(absent);
    expect(await account.refused('Vpc', action, { RegionId })).toMatchObject({ code: 'MissingParameter' });
  }
});
