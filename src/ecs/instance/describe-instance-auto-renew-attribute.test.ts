import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const localyun = startTestLocalyun();

it('a page that is no number is refused as it was sent', async () => {
  const account = localyun.account();
  for (const [name, value] of [
    ['PageNumber', '2026-01-01T00:00:00Z'],
    ['PageSize', '{}'],
    ['PageSize', '1.5'],
  ]) {
    const parameters = { RegionId: 'cn-hangzhou', RenewalStatus: 'Normal', [name!]: value };
    expect(await account.refused('Ecs', 'DescribeInstanceAutoRenewAttribute', parameters)).toEqual({
      status: 400,
      code: 'InvalidParameter',
      message: `The specified parameter "${name}" is not valid: "${value}".`,
    });
  }
});
