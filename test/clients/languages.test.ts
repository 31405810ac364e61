import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type RunnerTask } from 'vitest';
import { ensureCertificateAuthority } from '../../src/gateway/transport/certificates.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import type { TestAccount } from '../support/test-account.ts';
import { life, play, stories } from './expectation.ts';
import type { ClientKind, Target } from './official-client.ts';
import { Proof } from './proof.ts';
import { identify, keepInstance, keepNetwork, keepPublicAddress, lookAround } from './scenarios/companions.ts';
import { keepPermission, limitTraffic } from './scenarios/network-interfaces.ts';
import { keepResourceGroup } from './scenarios/resource-groups.ts';
import { assumeRole, keepPolicyAndRole } from './scenarios/roles.ts';
import { keepSecurityGroup } from './scenarios/security-groups.ts';
import { callAsSession } from './scenarios/session.ts';
import { keepTags } from './scenarios/tags.ts';
import { buildNetwork, createNetworkInterface, regionId, Scene } from './scene.ts';
import { programClient } from './toolchains/program-client.ts';
import { prepareAll } from './toolchains/toolchains.ts';
import { genericForm, genericQuery } from './typescript/generic-client.ts';
import { popCoreGet, popCorePost } from './typescript/pop-core.ts';
import { productSdks } from './typescript/product-sdks.ts';

const languages = await prepareAll();
const programs = languages.flatMap((one) => ('programs' in one ? one.programs : []));
const missing = languages.flatMap((one) => ('missing' in one ? [one] : []));
const mustBeThere = process.env.LOCALYUN_REQUIRE_CLIENTS === '1';

const proof = new Proof();
const processes = programs.map((program) => programClient(program));
const kinds: readonly ClientKind[] = [
  productSdks,
  genericQuery,
  genericForm,
  popCoreGet,
  popCorePost,
  ...processes,
].map((kind) => proof.watch(kind));
afterAll(() => Promise.all(processes.map((client) => client.close())));

/** What a client does beside the stories; `needs` is what not every client has. */
const scenarios: readonly {
  readonly does: string;
  readonly needs?: string;
  readonly play: (scene: Scene, account: TestAccount, as: (caller: Caller) => Scene) => Promise<void>;
}[] = [
  { does: 'learns who calls', needs: 'Sts', play: (scene, { accountId }) => identify(scene, accountId) },
  { does: 'learns what is offered', play: lookAround },
  { does: 'keeps a network', play: keepNetwork },
  { does: 'limits the traffic of an interface', needs: 'Ecs.EnableNetworkInterfaceQoS', play: limitTraffic },
  { does: 'keeps a permission', play: (scene) => keepPermission(scene, localyun.account()) },
  { does: 'keeps a security group and its rules', play: keepSecurityGroup },
  { does: 'keeps tags', play: keepTags },
  { does: 'keeps a resource group', needs: 'ResourceManager', play: keepResourceGroup },
  {
    does: 'keeps a policy and a role',
    needs: 'Ram',
    play: (scene, { accountId }) => keepPolicyAndRole(scene, accountId),
  },
  { does: 'assumes a role', needs: 'Ram', play: (scene, { accountId }, as) => assumeRole(scene, accountId, as) },
  { does: 'calls as a session', play: (_, account, as) => callAsSession(account, localyun.port, as) },
  { does: 'keeps an instance', play: keepInstance },
  { does: 'keeps an elastic IP address', play: keepPublicAddress },
];

const localyun = startTestLocalyun();
const anyEni = { RegionId: regionId, NetworkInterfaceId: 'eni-bp1any' };

describe.each(kinds)('$name', (kind) => {
  const sceneAs = ({ accessKeyId, accessKeySecret = 'localyun', securityToken }: Caller) => {
    const credentials = { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
    const client = kind.connect({ host: `127.0.0.1:${localyun.port}`, ...credentials });
    return new Scene(kind, client, () => localyun.advance(300));
  };

  it.each(stories)('tells that $story', async (story) => {
    const { accessKeyId } = localyun.account();
    if (story.account) await localyun.server.levers.seed({ accounts: [{ accessKeyId, ...story.account }] });
    await play(story, (caller) => sceneAs({ accessKeyId, ...caller }));
  });

  const possible = scenarios.filter(({ needs }) => needs === undefined || !kind.lacks?.includes(needs));
  it.each(possible)('$does', async ({ play }) => {
    const account = localyun.account();
    await play(sceneAs(account), account, sceneAs);
  });

  it('is refused what a service manages or others are bonded to', async () => {
    const scene = sceneAs(localyun.account());
    const { NetworkInterfaceId } = await createNetworkInterface(scene, await buildNetwork(scene));
    const target = { RegionId: regionId, NetworkInterfaceId };
    const { levers } = localyun.server;
    await levers.fixNetworkInterface(NetworkInterfaceId, { serviceId: 4711 });
    expect(await scene.refused('Ecs', 'DeleteNetworkInterface', target)).toMatchObject({
      code: 'InvalidOperation.EniServiceManaged',
      status: 403,
      message: `The network interface "${NetworkInterfaceId}" is managed by a service and cannot be changed by its owner.`,
    });
    await levers.fixNetworkInterface(NetworkInterfaceId, { serviceId: null, slaveCount: 1 });
    expect(await scene.refused('Ecs', 'DeleteNetworkInterface', target)).toMatchObject({
      code: 'InvalidOperation.HasSlaveEniBonded',
      status: 400,
    });
  });

  it.each([
    ['whom no policy lets', true, 'Forbidden.RAM', 403],
    ['of an account that lets none', false, 'Forbidden.NotSupportRAM', 403],
  ])('is refused as a RAM user %s', async (_, ramSupported, code, status) => {
    const { accessKeyId } = localyun.account();
    const key = { accessKeyId: `user-of-${accessKeyId}`, accessKeySecret: 'secret' };
    const seed = { accessKeyId, ramSupported, ramUsers: [{ userName: 'auditor', ...key }] };
    await localyun.server.levers.seed({ accounts: [seed] });
    const refusal = await sceneAs(key).refused('Ecs', 'DeleteNetworkInterface', anyEni);
    expect(refusal).toMatchObject({ code, status });
  });
});

type Caller = Pick<Target, 'accessKeyId'> & Partial<Target>;

describe('over https, trusting the local authority', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'localyun-clients-'));
  const secure = startTestLocalyun({ dataDir: directory, databaseUrl: undefined });
  let caFile: string;
  beforeAll(async () => {
    caFile = await ensureCertificateAuthority(directory);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const target = () => {
    const { accessKeyId } = secure.account();
    return { host: `localhost:${secure.port}`, accessKeyId, accessKeySecret: 'localyun' };
  };

  it.each(programs)('$name tells the life of a network interface', async (program) => {
    const client = programClient(program, 'https', caFile);
    const caller = client.connect(target());
    await play(life, () => new Scene(client, caller, () => secure.advance(300)));
    await client.close();
  });

  it.each(programs)('$name that does not trust it makes no call', async (program) => {
    const client = programClient(program, 'https');
    const call = client.connect(target()).call('Ecs', 'DescribeNetworkInterfaces', { RegionId: regionId });
    await expect(call).rejects.toThrow(/certificat/i);
    await client.close();
  });
});

describe.each(missing)('the clients of $language', ({ language, missing: reason }) => {
  if (!mustBeThere) process.stderr.write(`skipped: the clients of ${language}: ${reason}\n`);
  it(mustBeThere ? 'are there' : 'are not asked for', () => {
    expect(mustBeThere, reason).toBe(false);
  });
});

describe('the proof', () => {
  // Written anew by: npx vitest run --project sqlite test/clients/languages.test.ts -u
  it('is what docs/proven-by-clients.json says', async ({ task }) => {
    expect(failed(task.file), 'a client that failed has proven less').toEqual([]);
    const file = '../../docs/proven-by-clients.json';
    const earlier = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    const isMissing = (client: string) => missing.some(({ language }) => client.startsWith(`${language} `));
    await expect(proof.text(earlier, isMissing)).toMatchFileSnapshot(file);
  });
});

function failed(task: RunnerTask): string[] {
  if (task.type === 'suite') return task.tasks.flatMap(failed);
  return task.result?.state === 'fail' ? [task.name] : [];
}
