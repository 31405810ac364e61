import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';
import { publicKeys } from './public-key.fixture.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const PublicKeyBody = publicKeys.rsa.line;

const listed = async (account: TestAccount) =>
  (await account.ok('Ecs', 'DescribeKeyPairs', { RegionId, IncludePublicKey: true })).KeyPairs.KeyPair;

type Row = readonly [what: string, more: Parameters, status: number, code: string];
const ofEach = <Action extends string>(actions: readonly Action[], rows: readonly Row[]) =>
  actions.flatMap((action) => rows.map((row) => [action, ...row] as const));

describe('of making a key pair,', () => {
  const twentyOne = Array.from({ length: 21 }, (_, index) => ({ Key: `k${index}` }));

  it.each(
    ofEach(
      ['CreateKeyPair', 'ImportKeyPair'],
      [
        ['a name that is short', { KeyPairName: 'a' }, 400, 'InvalidKeyPairName.Malformed'],
        ['a name that is an address', { KeyPairName: 'http://a' }, 400, 'InvalidKeyPairName.Malformed'],
        ['a name of 129 characters', { KeyPairName: `k${'x'.repeat(128)}` }, 400, 'InvalidKeyPairName.Malformed'],
        ['a name that is taken', { KeyPairName: 'taken' }, 400, 'KeyPair.AlreadyExist'],
        ['a resource group that does not exist', { ResourceGroupId: 'rg-none' }, 404, 'InvalidResourceGroup.NotFound'],
        ['a tag twice', { Tag: [{ Key: 'a' }, { Key: 'a' }] }, 400, 'Duplicate.TagKey'],
        ['a reserved key', { Tag: [{ Key: 'acs:a' }] }, 400, 'InvalidTagKey.Malformed'],
        ['a reserved value', { Tag: [{ Key: 'a', Value: 'acs:b' }] }, 400, 'InvalidTagValue.Malformed'],
        ['21 tags', { Tag: twentyOne }, 403, 'QuotaExceed.Tags'],
        ['no name', { KeyPairName: undefined }, 400, 'MissingParameter'],
      ],
    ),
  )('%s refuses %s', async (action, _, more, status, code) => {
    const account = localyun.account();
    await account.ok('Ecs', 'ImportKeyPair', { RegionId, KeyPairName: 'taken', PublicKeyBody });
    const before = await listed(account);
    const wanted = { RegionId, KeyPairName: 'mine', PublicKeyBody: publicKeys.dsa.line, ...more };
    expect(await account.refused('Ecs', action, wanted)).toMatchObject({ status, code });
    expect(await listed(account)).toEqual(before);
  });

  it.each(['CreateKeyPair', 'ImportKeyPair'] as const)(
    '%s keeps to the quota of the region, and a deleted pair makes room',
    async (action) => {
      const account = localyun.account();
      const { accessKeyId } = account;
      const make = (KeyPairName: string, more: Parameters = {}): Parameters => ({
        RegionId,
        KeyPairName,
        PublicKeyBody,
        ...more,
      });
      await localyun.server.levers.seed({ accounts: [{ accessKeyId, quotas: { 'key-pairs': 1 } }] });
      await account.ok('Ecs', action, make('mine'));
      await account.ok('Ecs', action, make('mine', { RegionId: 'cn-beijing' }));
      const refusal = await account.refused('Ecs', action, make('second'));
      expect(refusal).toMatchObject({ status: 403, code: 'QuotaExceed.KeyPair' });
      expect(await listed(account)).toMatchObject([{ KeyPairName: 'mine' }]);
      await account.ok('Ecs', 'DeleteKeyPairs', { RegionId, KeyPairNames: '["mine", "never"]' });
      await account.ok('Ecs', action, make('second'));
    },
  );
});

describe('of binding instances,', () => {
  const fiftyOne = JSON.stringify(Array.from({ length: 51 }, (_, index) => `i-${index}`));

  it.each(
    ofEach(
      ['AttachKeyPair', 'DetachKeyPair'],
      [
        ['a pair that does not exist', { KeyPairName: 'none' }, 400, 'InvalidKeyPairName.NotFound'],
        ['what is no JSON', { InstanceIds: 'i-1' }, 400, 'InvalidInstanceIds.ValueNotSupported'],
        ['an empty list', { InstanceIds: '[]' }, 400, 'InvalidInstanceIds.ValueNotSupported'],
        ['51 instances', { InstanceIds: fiftyOne }, 403, 'InstanceKeyPairLimitExceeded'],
        ['no instances', { InstanceIds: undefined }, 400, 'MissingParameter'],
        ['no name', { KeyPairName: undefined }, 400, 'MissingParameter'],
      ],
    ),
  )('%s refuses %s', async (action, _, more, status, code) => {
    const account = localyun.account();
    await account.ok('Ecs', 'ImportKeyPair', { RegionId, KeyPairName: 'old', PublicKeyBody });
    const wanted = { RegionId, KeyPairName: 'old', InstanceIds: '["i-1"]', ...more };
    expect(await account.refused('Ecs', action, wanted)).toMatchObject({ status, code });
  });
});
