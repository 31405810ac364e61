import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startServer } from '../../src/server.ts';
import { schemaVersion } from '../../src/store/migrate.ts';
import { checkState } from '../crash/state.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { differences } from './contains.ts';
import { type FixtureEngine, fixtureVersions, readFixture } from './fixture.ts';
import { seededKey } from './life.ts';
import { type Restored, restorePostgres, restoreSqlite } from './restored.ts';
import { schemaOf } from './schema.ts';
import { ask } from './wire.ts';

const databaseUrl = testDatabaseUrl() === undefined ? undefined : process.env.LOCALYUN_TEST_DATABASE_URL;
const engine: FixtureEngine = databaseUrl === undefined ? 'sqlite' : 'postgresql';
const hourMs = 3_600_000;

const restore = (state: Buffer | undefined): Promise<Restored> | Restored =>
  databaseUrl === undefined ? restoreSqlite(state) : restorePostgres(databaseUrl, state);

it('there is a state of the schema that this build writes; if not, .ci/with-postgres npm run upgrade-fixture', () => {
  expect(fixtureVersions()).toContain(schemaVersion);
});

describe.each(fixtureVersions())('a state of schema %i', (version) => {
  const { state, told } = readFixture(version, engine);
  const { kept } = told;
  let restored: Restored;
  let server: Server;
  let isOpen = false;

  beforeAll(async () => {
    restored = await restore(state);
  });
  afterAll(async () => {
    if (isOpen) await server.close();
    await restored?.remove();
  });

  async function body(product: 'Ecs' | 'Vpc' | 'Sts', action: string, parameters: object, key?: typeof seededKey) {
    const { status, text } = await ask(server.port, product, action, { RegionId: 'cn-hangzhou', ...parameters }, key);
    if (status !== 200) throw new Error(`${action} was refused: ${status} ${text}`);
    return JSON.parse(text) as Body;
  }
  const interfaceOf = async (id: string | undefined): Promise<Body | undefined> =>
    (await body('Ecs', 'DescribeNetworkInterfaces', { NetworkInterfaceId: [id] })).NetworkInterfaceSets
      .NetworkInterfaceSet[0];

  it('is brought to the schema of a new one, with every row in its place', async () => {
    const fresh = await restore(undefined);
    const [store, newStore] = [await restored.open(), await fresh.open()];
    try {
      expect(await schemaOf(store)).toEqual(await schemaOf(newStore));
      await checkState(store);
    } finally {
      await store.close();
      await newStore.close();
      await fresh.remove();
    }
  });

  it('shows what it showed when it was written', async () => {
    server = await startServer({ port: 0, transitions: 'manual', logLevel: 'error', ...restored.options });
    isOpen = true;
    const found: string[] = [];
    for (const { product, action, parameters, body: older } of told.looks) {
      const { text } = await ask(server.port, product, action, parameters);
      const { RequestId: _, ...rest } = older;
      found.push(...differences(rest, JSON.parse(text), action));
    }
    expect(found).toEqual([]);
  });

  it('repeats the answer to a ClientToken of before, and takes keys of before', async () => {
    const { product, action, parameters, body: older } = told.tokened;
    const again = JSON.parse((await ask(server.port, product, action, parameters)).text) as Body;
    expect(again.NetworkInterfaceId).toBe(older.NetworkInterfaceId);
    const mismatch = await ask(server.port, product, action, { ...parameters, Description: 'another' });
    expect(JSON.parse(mismatch.text).Code).toBe('IdempotentParameterMismatch');
    expect((await body('Sts', 'GetCallerIdentity', {}, seededKey)).Arn).toMatch(/:user\/seeded$/);
    const { keyId: accessKeyId, keySecret: accessKeySecret } = kept;
    if (accessKeyId === undefined || accessKeySecret === undefined) return;
    const alice = { accessKeyId, accessKeySecret };
    expect((await body('Sts', 'GetCallerIdentity', {}, alice)).Arn).toMatch(/:user\/alice$/);
    await body('Ecs', 'DescribeNetworkInterfaces', {}, alice);
    const denied = await ask(server.port, 'Ecs', 'CreateSecurityGroup', { RegionId: 'cn-hangzhou' }, alice);
    expect(denied.status).toBe(403);
  });

  it('ends what was under way', async () => {
    const statuses = async () => [
      (await interfaceOf(kept.leavingId))?.Status,
      (await interfaceOf(kept.arrivingId))?.Status,
      (await interfaceOf(kept.goingId))?.Status,
    ];
    expect(await statuses()).toEqual(['Detaching', 'Attaching', 'Deleting']);
    await server.levers.advance(hourMs);
    expect(await statuses()).toEqual(['Available', 'InUse', undefined]);
    const instances = (await body('Ecs', 'DescribeInstances', { MaxResults: 100 })).Instances.Instance;
    expect(instances.map(({ Status }: Body) => Status)).toEqual(['Running', 'Running']);
    const vSwitches = (await body('Vpc', 'DescribeVSwitches', { VpcId: kept.vpcId })).VSwitches.VSwitch;
    expect(vSwitches.map(({ Status }: Body) => Status)).toEqual(['Available', 'Available', 'Available']);
  });

  it('takes changes, of what was there and of what is new', async () => {
    const place = { VSwitchId: kept.vSwitchId, SecurityGroupId: kept.groupId };
    const made = await body('Ecs', 'CreateNetworkInterface', place);
    await body('Ecs', 'AttachNetworkInterface', {
      NetworkInterfaceId: made.NetworkInterfaceId,
      InstanceId: kept.instanceId,
    });
    const old = { NetworkInterfaceId: kept.addressedId };
    await body('Ecs', 'AssignPrivateIpAddresses', { ...old, SecondaryPrivateIpAddressCount: 2 });
    await body('Ecs', 'AssignIpv6Addresses', { ...old, Ipv6AddressCount: 1 });
    await body('Ecs', 'ModifyNetworkInterfaceAttribute', { ...old, Description: 'after the upgrade' });
    await body('Vpc', 'UnassociateEipAddress', { AllocationId: kept.allocationId, InstanceId: kept.plainId });
    await body('Ecs', 'DetachNetworkInterface', { NetworkInterfaceId: kept.memberId, InstanceId: kept.instanceId });
    await body('Ecs', 'DetachNetworkInterface', { NetworkInterfaceId: kept.attachedId, InstanceId: kept.instanceId });
    await server.levers.advance(hourMs);
    await body('Vpc', 'ReleaseEipAddress', { AllocationId: kept.allocationId });
    await body('Ecs', 'DeleteNetworkInterface', { NetworkInterfaceId: kept.attachedId });
    await server.levers.advance(hourMs);
    expect((await interfaceOf(made.NetworkInterfaceId))?.Status).toBe('InUse');
    expect(await interfaceOf(kept.attachedId)).toBeUndefined();
    const addressed = await interfaceOf(kept.addressedId);
    expect(addressed?.PrivateIpSets.PrivateIpSet.length).toBe(6);
    expect(addressed?.Ipv6Sets.Ipv6Set.length).toBe(2);
    await server.close();
    isOpen = false;
    const store = await restored.open();
    await checkState(store).finally(() => store.close());
  });
});
