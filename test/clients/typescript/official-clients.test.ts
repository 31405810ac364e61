import { beforeAll, describe, expect, it, type RunnerTask } from 'vitest';
import { startTestLocalyun } from '../../support/localyun.ts';
import { keepInstance, keepNetwork, keepPublicAddress, lookAround, turnPages } from './companions.ts';
import { genericForm, genericQuery } from './generic-client.ts';
import {
  keepIpv6Addresses,
  keepPermission,
  keepPrivateAddresses,
  modifyNetworkInterface,
} from './network-interfaces.ts';
import type { Target } from './official-client.ts';
import { popCoreGet, popCorePost } from './pop-core.ts';
import { productSdks } from './product-sdks.ts';
import { Proof } from './proof.ts';
import { buildProps, type Props } from './props.ts';
import { attachmentRefusals, creationRefusals, deletionRefusals, neighbourRefusals } from './refusals.ts';
import { keepResourceGroup } from './resource-groups.ts';
import { regionId, Scene } from './scene.ts';
import { keepSecurityGroup } from './security-groups.ts';
import { keepTags } from './tags.ts';
import { wholeLife } from './whole-life.ts';

const proof = new Proof();
const kinds = [productSdks, genericQuery, genericForm, popCoreGet, popCorePost].map((kind) => proof.watch(kind));
const anyEni = { RegionId: regionId, NetworkInterfaceId: 'eni-bp1any' };

describe.each(kinds)('$name', (kind) => {
  const localyun = startTestLocalyun();
  const sceneAs = (key: Pick<Target, 'accessKeyId'> & Partial<Target>) => {
    const { accessKeyId, accessKeySecret = 'localyun', securityToken } = key;
    const credentials = { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
    const client = kind.connect({ host: `127.0.0.1:${localyun.port}`, ...credentials });
    return new Scene(kind, client, () => localyun.advance(300));
  };

  it('leads a network interface through its whole life', () => wholeLife(sceneAs(localyun.account())));
  it('learns who calls and what is offered', () => {
    const account = localyun.account();
    return lookAround(sceneAs(account), account.accountId);
  });
  it('keeps a network', () => keepNetwork(sceneAs(localyun.account())));
  it('modifies a network interface', () => modifyNetworkInterface(sceneAs(localyun.account())));
  it('keeps private addresses', () => keepPrivateAddresses(sceneAs(localyun.account())));
  it('keeps IPv6 addresses', () => keepIpv6Addresses(sceneAs(localyun.account())));
  it('keeps a permission', () => keepPermission(sceneAs(localyun.account()), localyun.account()));
  it('keeps a security group and its rules', () => keepSecurityGroup(sceneAs(localyun.account())));
  it('keeps tags', () => keepTags(sceneAs(localyun.account())));
  it('keeps a resource group', () => keepResourceGroup(sceneAs(localyun.account())));
  it('keeps an instance', () => keepInstance(sceneAs(localyun.account())));
  it('keeps an elastic IP address', () => keepPublicAddress(sceneAs(localyun.account())));
  it('turns the pages of a list', () => turnPages(sceneAs(localyun.account())));

  describe('is refused', () => {
    let scene: Scene;
    let props: Props;
    beforeAll(async () => {
      scene = sceneAs(localyun.account());
      props = await buildProps(scene);
    });

    for (const refused of [...deletionRefusals, ...creationRefusals, ...attachmentRefusals, ...neighbourRefusals]) {
      const { product, action, because, code, status, parameters, message } = refused;
      it(`${product}.${action} of ${because}: ${code}`, async () => {
        const { requestId: _, ...refusal } = await scene.refused(product, action, parameters(props));
        expect(refusal).toEqual({ code, status, message: message(props) });
      });
    }

    it('what a service manages or others are bonded to', async () => {
      const { levers } = localyun.server;
      const target = { RegionId: regionId, NetworkInterfaceId: props.availableId };
      await levers.fixNetworkInterface(props.availableId, { serviceId: 4711 });
      expect(await scene.refused('Ecs', 'DeleteNetworkInterface', target)).toMatchObject({
        code: 'InvalidOperation.EniServiceManaged',
        status: 403,
        message: `The network interface "${props.availableId}" is managed by a service and cannot be changed by its owner.`,
      });
      await levers.fixNetworkInterface(props.availableId, { serviceId: null, slaveCount: 1 });
      expect(await scene.refused('Ecs', 'DeleteNetworkInterface', target)).toMatchObject({
        code: 'InvalidOperation.HasSlaveEniBonded',
        status: 400,
      });
    });
  });

  it.each([
    [{ userTypeSupported: false }, 'InvalidUserType.NotSupported', 403],
    [{ active: false }, 'Abs.InvalidAccount.NotFound', 403],
    [{ regionsWithoutNetworkInterfaces: [regionId] }, 'Forbidden.RegionId', 400],
  ])('is refused in an account with %o', async (gate, code, status) => {
    const { accessKeyId } = localyun.account();
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, ...gate }] });
    const refusal = await sceneAs({ accessKeyId }).refused('Ecs', 'DeleteNetworkInterface', anyEni);
    expect(refusal).toMatchObject({ code, status });
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

  it('is refused beyond a quota', async () => {
    const { accessKeyId } = localyun.account();
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, quotas: { vpcs: 0 } }] });
    const vpc = { RegionId: regionId, CidrBlock: '10.0.0.0/8' };
    expect(await sceneAs({ accessKeyId }).refused('Vpc', 'CreateVpc', vpc)).toMatchObject({
      code: 'QuotaExceeded.Vpc',
      status: 400,
    });
  });

  it('is refused with a wrong secret, and is told the string to sign', async () => {
    const scene = sceneAs({ ...localyun.account(), accessKeySecret: 'wrong' });
    const refusal = await scene.refused('Ecs', 'DeleteNetworkInterface', anyEni);
    expect(refusal).toMatchObject({ code: 'SignatureDoesNotMatch', status: 400 });
    expect(refusal.message).toMatch(
      /^Specified signature is not matched with our calculation\. server string to sign is:(ACS3-HMAC-SHA256\n|GET&%2F&|POST&%2F&)/,
    );
  });

  it('is refused with a security token that is not its own', async () => {
    const scene = sceneAs({ ...localyun.account(), securityToken: 'token' });
    expect(await scene.refused('Ecs', 'DeleteNetworkInterface', anyEni)).toMatchObject({
      code: 'InvalidSecurityToken.MismatchWithAccessKey',
      status: 400,
    });
  });

  it('is refused with an unknown access key', async () => {
    const scene = sceneAs({ accessKeyId: 'stranger' });
    expect(await scene.refused('Ecs', 'DeleteNetworkInterface', anyEni)).toMatchObject({
      code: 'InvalidAccessKeyId.NotFound',
      status: 404,
      message: 'The access key "stranger" does not exist.',
    });
  });
});

describe('the proof', () => {
  // Written anew by: npm test -- test/clients -u
  it('is what docs/proven-by-clients.json says', async ({ task }) => {
    expect(failed(task.file), 'a client that failed has proven less').toEqual([]);
    await expect(proof.text()).toMatchFileSnapshot('../../../docs/proven-by-clients.json');
  });
});

function failed(task: RunnerTask): string[] {
  if (task.type === 'suite') return task.tasks.flatMap(failed);
  return task.result?.state === 'fail' ? [task.name] : [];
}
