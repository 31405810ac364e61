import { createPrivateKey, createPublicKey } from 'node:crypto';
import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { publicKeys } from './public-key.fixture.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

it('Terraform makes a key pair, binds an instance, moves and tags the pair, and destroys both', async () => {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network);
  const ResourceGroupId = await account.resourceGroup();
  const named = { RegionId, KeyPairName: 'tf-key' };
  const made = await account.ok('Ecs', 'CreateKeyPair', { ...named, Tag: [{ Key: 'Created', Value: 'TF' }] });
  expect(made.PrivateKeyBody).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
  const read = async () => (await account.ok('Ecs', 'DescribeKeyPairs', named)).KeyPairs.KeyPair;
  expect(await read()).toMatchObject([
    {
      KeyPairName: 'tf-key',
      KeyPairFingerPrint: made.KeyPairFingerPrint,
      ResourceGroupId: '',
      Tags: { Tag: [{ TagKey: 'Created', TagValue: 'TF' }] },
    },
  ]);

  const InstanceIds = JSON.stringify([InstanceId]);
  await account.ok('Ecs', 'AttachKeyPair', { ...named, InstanceIds });
  await account.ok('Ecs', 'RebootInstance', { InstanceId, ForceStop: 'true' });
  await localyun.advance(1_000);
  const instance = async () => (await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds })).Instances;
  expect((await instance()).Instance).toMatchObject([{ Status: 'Running', KeyPairName: 'tf-key' }]);

  const resource = { RegionId, ResourceType: 'keypair' };
  await account.ok('Ecs', 'JoinResourceGroup', { ...resource, ResourceId: 'tf-key', ResourceGroupId });
  await account.ok('Ecs', 'TagResources', { ...resource, ResourceId: ['tf-key'], Tag: [{ Key: 'For', Value: 'x' }] });
  expect(await read()).toMatchObject([{ ResourceGroupId, Tags: { Tag: [{ TagKey: 'Created' }, { TagKey: 'For' }] } }]);

  const names = { RegionId, KeyPairNames: '["tf-key"]' };
  const bound = await account.refused('Ecs', 'DeleteKeyPairs', names);
  expect(bound.code).toBe('InvalidParameter.KeypairAlreadyAttachedInstance');
  await account.ok('Ecs', 'DetachKeyPair', { ...named, InstanceIds });
  expect((await instance()).Instance).toMatchObject([{ KeyPairName: '' }]);
  await account.ok('Ecs', 'DeleteKeyPairs', names);
  expect(await read()).toEqual([]);
});

it('the official ECS client makes and imports key pairs, binds instances, and reads all of it typed', async () => {
  const account = localyun.account();
  const network = await account.network();
  const { regionId } = network;
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  const { body: made } = await client.createKeyPair(
    new sdk.CreateKeyPairRequest({
      regionId,
      keyPairName: 'made',
      tag: [new sdk.CreateKeyPairRequestTag({ key: 'team', value: 'net' })],
    }),
  );
  expect(createPrivateKey(made?.privateKeyBody ?? '').asymmetricKeyDetails?.modulusLength).toBe(2048);
  const imported = await client.importKeyPair(
    new sdk.ImportKeyPairRequest({ regionId, keyPairName: 'imported', publicKeyBody: publicKeys.rsa.line }),
  );
  expect(imported.body?.keyPairFingerPrint).toBe(publicKeys.rsa.fingerPrint);

  const described = await client.describeKeyPairs(
    new sdk.DescribeKeyPairsRequest({ regionId, keyPairName: '*ma*', includePublicKey: true, pageSize: 10 }),
  );
  expect(described.body?.totalCount).toBe(1);
  const [pair] = described.body?.keyPairs?.keyPair ?? [];
  expect(pair).toMatchObject({
    keyPairName: 'made',
    keyPairFingerPrint: made?.keyPairFingerPrint,
    tags: { tag: [{ tagKey: 'team', tagValue: 'net' }] },
  });
  const blob = (key: string) => createPublicKey(key).export({ format: 'jwk' }).n ?? '';
  const modulus = Buffer.from(blob(made?.privateKeyBody ?? ''), 'base64url');
  expect(Buffer.from(pair?.publicKey?.split(' ')[1] ?? '', 'base64').includes(modulus)).toBe(true);

  const instanceId = await account.runInstance(network, { KeyPairName: 'imported' });
  const instanceIds = JSON.stringify([instanceId]);
  const attached = await client.attachKeyPair(
    new sdk.AttachKeyPairRequest({ regionId, keyPairName: 'made', instanceIds }),
  );
  expect(attached.body).toMatchObject({
    totalCount: '1',
    failCount: '0',
    results: { result: [{ instanceId, success: 'true' }] },
  });
  const deletion = new sdk.DeleteKeyPairsRequest({ regionId, keyPairNames: '["made", "imported"]' });
  await expect(client.deleteKeyPairs(deletion)).rejects.toMatchObject({
    code: 'InvalidParameter.KeypairAlreadyAttachedInstance',
  });
  await client.detachKeyPair(new sdk.DetachKeyPairRequest({ regionId, keyPairName: 'made', instanceIds }));
  await client.deleteKeyPairs(deletion);
  const left = await client.describeKeyPairs(new sdk.DescribeKeyPairsRequest({ regionId }));
  expect(left.body?.keyPairs?.keyPair).toEqual([]);
});
