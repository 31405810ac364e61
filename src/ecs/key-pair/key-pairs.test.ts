import { createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { ed25519, publicKeys } from './public-key.fixture.ts';
import { parsePublicKey, rsaPublicKey } from './public-key.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const { rsa } = publicKeys;

const imported = (account: TestAccount, KeyPairName: string, more: Parameters = {}): Promise<Body> =>
  account.ok('Ecs', 'ImportKeyPair', { RegionId, KeyPairName, PublicKeyBody: rsa.line, ...more });
const list = (account: TestAccount, more: Parameters = {}): Promise<Body> =>
  account.ok('Ecs', 'DescribeKeyPairs', { RegionId, ...more });
const names = async (account: TestAccount, more: Parameters = {}): Promise<string[]> =>
  (await list(account, more)).KeyPairs.KeyPair.map((row: Body) => row.KeyPairName);
const remove = (...of: string[]): Parameters => ({ RegionId, KeyPairNames: JSON.stringify(of) });

describe('CreateKeyPair', () => {
  it('answers an RSA key of 2048 bits whose public half is listed', async () => {
    const account = localyun.account();
    const made = await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'made' });
    expect(made).toEqual({
      RequestId: expect.any(String),
      KeyPairId: expect.stringMatching(/^ssh-bp1[0-9a-z]{17}$/),
      KeyPairName: 'made',
      KeyPairFingerPrint: expect.stringMatching(/^[0-9a-f]{2}(:[0-9a-f]{2}){15}$/),
      PrivateKeyBody: expect.stringMatching(/^-----BEGIN RSA PRIVATE KEY-----\n/),
    });
    const privateKey = createPrivateKey(made.PrivateKeyBody);
    expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    const secret = publicEncrypt(createPublicKey(privateKey), Buffer.from('secret'));
    expect(privateDecrypt(privateKey, secret).toString()).toBe('secret');

    const { KeyPair } = (await list(account, { IncludePublicKey: true })).KeyPairs;
    const { line, fingerPrint } = rsaPublicKey(createPublicKey(privateKey));
    expect(KeyPair).toEqual([
      {
        KeyPairName: 'made',
        KeyPairFingerPrint: fingerPrint,
        CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
        ResourceGroupId: '',
        PublicKey: line,
        Tags: { Tag: [] },
      },
    ]);
    expect(made.KeyPairFingerPrint).toBe(fingerPrint);
    expect(parsePublicKey(KeyPair[0].PublicKey)?.fingerPrint).toBe(fingerPrint);
  });

  it('never makes the same key twice, nor under a name that is taken', async () => {
    const account = localyun.account();
    const create = (KeyPairName: string) => account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName });
    const prints = await Promise.all(
      ['one', 'two', 'three'].map(async (name) => (await create(name)).KeyPairFingerPrint),
    );
    expect(new Set(prints).size).toBe(3);
    const refusal = await account.refused('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'two' });
    expect(refusal).toMatchObject({ status: 400, code: 'KeyPair.AlreadyExist' });
    expect(refusal.message).toContain('"two"');
    expect((await list(account, { KeyPairName: 'two' })).KeyPairs.KeyPair[0].KeyPairFingerPrint).toBe(prints[1]);
  });
});

describe('ImportKeyPair', () => {
  it.each(Object.entries(publicKeys))('keeps a key of %s', async (_, { line, fingerPrint }) => {
    const account = localyun.account();
    const made = await imported(account, 'mine', { PublicKeyBody: `${line}\n` });
    expect(made).toEqual({ RequestId: expect.any(String), KeyPairName: 'mine', KeyPairFingerPrint: fingerPrint });
    const [row] = (await list(account, { IncludePublicKey: true })).KeyPairs.KeyPair;
    expect(row).toMatchObject({ KeyPairFingerPrint: fingerPrint, PublicKey: line });
  });

  it.each([
    ['a kind that is not supported', ed25519],
    ['another text', 'my key'],
  ])('refuses %s', async (_, PublicKeyBody) => {
    const account = localyun.account();
    const refusal = await account.refused('Ecs', 'ImportKeyPair', { RegionId, KeyPairName: 'mine', PublicKeyBody });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidPublicKeyBody.Malformed' });
    expect(refusal.message).toContain(PublicKeyBody);
    expect(await names(account)).toEqual([]);
  });

  it('keeps names apart by account and by region, and their tags too', async () => {
    const [one, other] = [localyun.account(), localyun.account()];
    const tagged = (Value: string): Parameters => ({ Tag: [{ Key: 'owner', Value }] });
    await imported(one, 'shared', tagged('one'));
    await imported(one, 'shared', { RegionId: 'cn-beijing', ...tagged('beijing') });
    await imported(other, 'shared', tagged('other'));
    const tags = async (account: TestAccount, more: Parameters = {}) =>
      (await list(account, more)).KeyPairs.KeyPair[0].Tags.Tag;
    const listed = async (account: TestAccount, more: Parameters = {}) =>
      (
        await account.ok('Ecs', 'ListTagResources', {
          RegionId,
          ResourceType: 'keypair',
          ResourceId: ['shared'],
          ...more,
        })
      ).TagResources.TagResource;
    const tag = (TagValue: string) => ({ TagKey: 'owner', TagValue });
    expect(await tags(one)).toEqual([tag('one')]);
    expect(await tags(one, { RegionId: 'cn-beijing' })).toEqual([tag('beijing')]);
    expect(await tags(other)).toEqual([tag('other')]);
    expect(await listed(one)).toEqual([{ ResourceId: 'shared', ResourceType: 'keypair', ...tag('one') }]);
    await one.ok('Ecs', 'UntagResources', { RegionId, ResourceType: 'keypair', ResourceId: ['shared'], All: true });
    expect(await tags(one)).toEqual([]);
    expect(await tags(other)).toEqual([tag('other')]);
    await one.ok('Ecs', 'DeleteKeyPairs', { ...remove('shared'), RegionId: 'cn-beijing' });
    expect(await names(one)).toEqual(['shared']);
    expect(await names(one, { RegionId: 'cn-beijing' })).toEqual([]);
    expect(await listed(other)).toHaveLength(1);
    expect(await listed(one, { RegionId: 'cn-beijing' })).toEqual([]);
  });
});

describe('DescribeKeyPairs', () => {
  it('filters by name with wildcards, fingerprint, tags and resource group', async () => {
    const account = localyun.account();
    const groupId = await account.resourceGroup();
    await imported(account, 'web-Key', { Tag: [{ Key: 'a', Value: '1' }, { Key: 'b' }] });
    await imported(account, 'db-key', { ResourceGroupId: groupId, PublicKeyBody: publicKeys.dsa.line });
    await imported(account, 'web_key', { Tag: [{ Key: 'a', Value: '2' }] });
    const found = async (more: Parameters) => (await names(account, more)).sort();
    const cases: [Parameters, string[]][] = [
      [{}, ['db-key', 'web-Key', 'web_key']],
      [{ KeyPairName: 'web-Key' }, ['web-Key']],
      [{ KeyPairName: 'web-key' }, []],
      [{ KeyPairName: '*key' }, ['db-key', 'web_key']],
      [{ KeyPairName: 'web*' }, ['web-Key', 'web_key']],
      [{ KeyPairName: '*b*' }, ['db-key', 'web-Key', 'web_key']],
      [{ KeyPairName: 'web_*' }, ['web_key']],
      [{ KeyPairName: '*' }, ['db-key', 'web-Key', 'web_key']],
      [{ KeyPairFingerPrint: publicKeys.dsa.fingerPrint }, ['db-key']],
      [{ KeyPairFingerPrint: 'none' }, []],
      [{ ResourceGroupId: groupId }, ['db-key']],
      [{ ResourceGroupId: 'rg-none' }, []],
      [{ Tag: [{ Key: 'a' }] }, ['web-Key', 'web_key']],
      [{ Tag: [{ Key: 'a', Value: '1' }, { Key: 'b' }] }, ['web-Key']],
      [{ Tag: [{ Key: 'a', Value: '1' }], KeyPairName: 'db*' }, []],
    ];
    for (const [filter, expected] of cases) expect([filter, await found(filter)]).toEqual([filter, expected]);
    expect((await list(account)).KeyPairs.KeyPair[0]).not.toHaveProperty('PublicKey');
  });

  it('pages by number, newest first, and counts all', async () => {
    const account = localyun.account();
    const made = Array.from({ length: 12 }, (_, index) => `key-${index}`);
    for (const name of made) {
      await imported(account, name);
      await localyun.advance(1_000);
    }
    const newest = made.toReversed();
    expect(await list(account)).toMatchObject({ TotalCount: 12, PageNumber: 1, PageSize: 10 });
    expect(await names(account)).toEqual(newest.slice(0, 10));
    expect(await names(account, { PageNumber: 2 })).toEqual(newest.slice(10));
    const third = await list(account, { PageNumber: 3, PageSize: 5 });
    expect(third).toMatchObject({ TotalCount: 12, PageNumber: 3, PageSize: 5 });
    expect(third.KeyPairs.KeyPair).toHaveLength(2);
    expect(await names(account, { PageSize: 50 })).toHaveLength(12);
    expect(await account.ok('Ecs', 'DescribeKeyPairs', { RegionId, KeyPairName: 'none' })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 0,
      PageNumber: 1,
      PageSize: 10,
      KeyPairs: { KeyPair: [] },
    });
  });

  it.each([
    ['a page of 51', { PageSize: 51 }, 'InvalidParameter'],
    ['page 0', { PageNumber: 0 }, 'InvalidParameter'],
    ['a value without a key', { Tag: [{ Value: 'x' }] }, 'InvalidTag.Mismatch'],
    ['21 tags', { Tag: Array.from({ length: 21 }, (_, index) => ({ Key: `k${index}` })) }, 'InvalidTagCount'],
  ])('refuses %s', async (_, more, code) => {
    const account = localyun.account();
    expect(await account.refused('Ecs', 'DescribeKeyPairs', { RegionId, ...more })).toMatchObject({
      status: 400,
      code,
    });
  });
});

describe('DeleteKeyPairs', () => {
  it('takes pairs and their tags away, and passes over what is not there', async () => {
    const account = localyun.account();
    for (const name of ['one', 'two', 'three']) await imported(account, name, { Tag: [{ Key: 'a' }] });
    const answer = await account.ok('Ecs', 'DeleteKeyPairs', remove('one', 'two', 'none', 'one'));
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await names(account)).toEqual(['three']);
    await imported(account, 'one');
    expect((await list(account, { KeyPairName: 'one' })).KeyPairs.KeyPair[0].Tags.Tag).toEqual([]);
  });

  it.each([
    ['what is no JSON', 'one', 400, 'InvalidKeyPairNames.ValueNotSupported'],
    ['an empty list', '[]', 400, 'InvalidKeyPairNames.ValueNotSupported'],
    ['numbers', '[1]', 400, 'InvalidKeyPairNames.ValueNotSupported'],
    ['101 names', JSON.stringify(Array.from({ length: 101 }, (_, n) => `k${n}`)), 403, 'InstanceKeyPairLimitExceeded'],
    ['no names', undefined, 400, 'MissingParameter'],
  ])('refuses %s', async (_, KeyPairNames, status, code) => {
    const account = localyun.account();
    const refusal = await account.refused('Ecs', 'DeleteKeyPairs', { RegionId, KeyPairNames });
    expect(refusal).toMatchObject({ status, code });
  });

  it('keeps all of them while one is bound to an instance, until it is set free or gone', async () => {
    const account = localyun.account();
    const network = await account.network();
    for (const name of ['bound', 'free']) await imported(account, name);
    const InstanceId = await account.runInstance(network, { KeyPairName: 'bound' });
    const refusal = await account.refused('Ecs', 'DeleteKeyPairs', remove('free', 'bound'));
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter.KeypairAlreadyAttachedInstance' });
    expect(refusal.message).toContain(InstanceId);
    expect(await names(account)).toHaveLength(2);
    // Nor does the instance hold its namesakes in other regions and accounts.
    const elsewhere = { RegionId: 'cn-beijing' };
    await imported(account, 'bound', elsewhere);
    await account.ok('Ecs', 'DeleteKeyPairs', { ...remove('bound'), ...elsewhere });
    const other = localyun.account();
    await imported(other, 'bound');
    await other.ok('Ecs', 'DeleteKeyPairs', remove('bound'));
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await account.refused('Ecs', 'DeleteKeyPairs', remove('bound'));
    await localyun.advance(1_000);
    await account.ok('Ecs', 'DeleteKeyPairs', remove('free', 'bound'));
    expect(await names(account)).toEqual([]);
  });
});
