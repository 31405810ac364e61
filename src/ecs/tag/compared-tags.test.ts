import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const localyun = startTestLocalyun();

it.each(['DescribeInstances', 'DescribeNetworkInterfaces', 'DescribeSecurityGroups'])(
  '%s compares as many tags as a request may have, and no more',
  async (action) => {
    const account = localyun.account();
    const withTags = (count: number) => ({
      RegionId: 'cn-hangzhou',
      Tag: Array.from({ length: count }, (_, index) => ({ Key: `key-${index}` })),
    });
    expect(await account.ok('Ecs', action, withTags(20))).toMatchObject({ TotalCount: 0 });
    for (const count of [21, 4_900]) {
      expect(await account.refused('Ecs', action, withTags(count))).toEqual({
        status: 400,
        code: 'InvalidParameter',
        message: `The specified parameter "Tag.N" is not valid: "${count} values, at most 20".`,
      });
    }
  },
);
