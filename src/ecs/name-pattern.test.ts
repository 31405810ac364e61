import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

it('a pattern of any length and any number of stars finds what it fits, and is refused by no engine', async () => {
  const account = localyun.account();
  await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'door-a' });
  const found = async (KeyPairName: string): Promise<number> =>
    (await account.ok('Ecs', 'DescribeKeyPairs', { RegionId, KeyPairName })).TotalCount;
  expect(await found('d*r-*')).toBe(1);
  expect(await found(`d${'*'.repeat(60_000)}r-a`)).toBe(1);
  expect(await found('*o'.repeat(2))).toBe(0);
  expect(await found(`${'*o'.repeat(2)}*`)).toBe(1);
  expect(await found('*a'.repeat(128))).toBe(0);
  expect(await found('*a'.repeat(40_000))).toBe(0);
  expect(await found(`*${'a'.repeat(60_000)}`)).toBe(0);
});
