import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function ask(account: TestAccount, more: Parameters = {}) {
  const answer = await account.ok('Ecs', 'DescribeAccountAttributes', { RegionId, ...more });
  const items = answer.AccountAttributeItems.AccountAttributeItem as readonly {
    AttributeName: string;
    AttributeValues: { ValueItem: readonly Parameters[] };
  }[];
  return new Map(items.map((item) => [item.AttributeName, item.AttributeValues.ValueItem]));
}

describe('DescribeAccountAttributes', () => {
  it('answers the attributes asked for, and without names all that have values', async () => {
    const account = localyun.account();
    const named = await ask(account, { AttributeName: ['max-security-groups', 'max-elastic-network-interfaces'] });
    expect([...named]).toEqual([
      ['max-security-groups', [{ Value: '100' }]],
      ['max-elastic-network-interfaces', [{ Value: '100' }]],
    ]);
    const all = await ask(account);
    expect([...all.keys()]).toEqual([
      'instance-network-type',
      'max-elastic-network-interfaces',
      'max-security-groups',
      'supported-postpaid-instance-types',
      'real-name-authentication',
    ]);
    expect(all.get('instance-network-type')).toEqual([{ Value: 'vpc' }]);
    expect(all.get('real-name-authentication')).toEqual([{ Value: 'yes' }]);
    expect(all.get('supported-postpaid-instance-types')).toContainEqual({
      Value: 'ecs.g6.large',
      InstanceChargeType: 'PostPaid',
    });
  });

  it('answers the quotas of the account in the region, as a seed sets them', async () => {
    const account = localyun.account();
    const seed = {
      accessKeyId: account.accessKeyId,
      quotas: { 'network-interfaces': 7, 'security-groups': 8 },
      quotasByRegion: { 'cn-beijing': { 'network-interfaces': 9 } },
    };
    await localyun.server.levers.seed({ accounts: [seed] });
    const AttributeName = ['max-security-groups', 'max-elastic-network-interfaces'];
    const valuesIn = async (regionId: string) =>
      [...(await ask(account, { RegionId: regionId, AttributeName })).values()].map(([item]) => item?.Value);
    expect(await valuesIn('cn-hangzhou')).toEqual(['8', '7']);
    expect(await valuesIn('cn-beijing')).toEqual(['8', '9']);
    expect([...(await ask(localyun.account(), { AttributeName })).values()].flat()).toEqual([
      { Value: '100' },
      { Value: '100' },
    ]);
  });

  it('names the zone of what is offered there', async () => {
    const types = await ask(localyun.account(), {
      AttributeName: ['supported-postpaid-instance-types'],
      ZoneId: 'cn-hangzhou-h',
    });
    expect(types.get('supported-postpaid-instance-types')).toContainEqual({
      Value: 'ecs.g6.large',
      InstanceChargeType: 'PostPaid',
      ZoneId: 'cn-hangzhou-h',
    });
  });

  it('has no values for what is neither limited nor counted here', async () => {
    const named = await ask(localyun.account(), { AttributeName: ['max-dedicated-hosts'] });
    expect([...named]).toEqual([['max-dedicated-hosts', []]]);
  });

  it.each([
    [{ AttributeName: ['max-wishes'] }, 'InvalidParameter', 'max-wishes'],
    [{ AttributeName: new Array(9).fill('max-security-groups') }, 'InvalidParameter', '9 values'],
    [{ ZoneId: 'cn-beijing-h' }, 'InvalidParameter', 'cn-beijing-h'],
    [{ RegionId: '' }, 'MissingParameter', 'RegionId'],
  ])('refuses %j with 400 %s', async (wrong, code, named) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeAccountAttributes', { RegionId, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(refusal.message).toContain(named);
  });
});
