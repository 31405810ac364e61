import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { ScenarioClient, terraformRhythm, terraformToken } from './driver.ts';
import { teaRpc } from './wire.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const gone = '';

/** Terraform with a network and a network interface of its own. */
async function begin() {
  const account = localyun.account();
  const network = await account.network();
  const terraform = new ScenarioClient(localyun, account, teaRpc);
  const made = await terraform.ok('Ecs', 'CreateNetworkInterface', {
    RegionId,
    VSwitchId: network.vSwitchId,
    SecurityGroupIds: [network.securityGroupId],
  });
  const eni = made.NetworkInterfaceId as string;
  const statusOf = async () => (await listed(eni))?.Status ?? gone;
  const listed = async (id: string): Promise<Body | undefined> => {
    const answer = await terraform.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, NetworkInterfaceId: [id] });
    return answer.NetworkInterfaceSets.NetworkInterfaceSet[0];
  };
  await terraform.state(statusOf, [], ['Available'], terraformRhythm(5_000, 120_000));
  return { account, network, terraform, eni, listed, statusOf };
}

type Begun = Awaited<ReturnType<typeof begin>>;

/** `alicloud_eip_address`: allocated, waited for, read. */
async function allocate({ terraform }: Begun, Netmode = 'public'): Promise<string> {
  const { AllocationId } = await terraform.ok(
    'Vpc',
    'AllocateEipAddress',
    {
      RegionId,
      ClientToken: terraformToken('AllocateEipAddress'),
      Bandwidth: '5',
      ISP: 'BGP',
      InternetChargeType: 'PayByTraffic',
      InstanceChargeType: 'PostPaid',
      Netmode,
    },
    { InstanceId: '' },
  );
  const statusOf = async () => (await eipOf({ terraform }, AllocationId))?.Status ?? gone;
  await terraform.state(statusOf, [], ['Available', 'InUse'], terraformRhythm(5_000, 300_000));
  return AllocationId;
}

/** The provider puts the ids of this read into the query. */
async function eipOf({ terraform }: Pick<Begun, 'terraform'>, AllocationId: string): Promise<Body | undefined> {
  const answer = await terraform.ok('Vpc', 'DescribeEipAddresses', {}, { AllocationId, RegionId });
  return answer.EipAddresses.EipAddress[0];
}

/** `alicloud_eip_association`: read at once, without waiting. */
async function associate(begun: Begun, AllocationId: string, more: object = {}): Promise<Body | undefined> {
  await begun.terraform.ok('Vpc', 'AssociateEipAddress', {
    RegionId,
    ClientToken: terraformToken('AssociateEipAddress'),
    AllocationId,
    InstanceId: begun.eni,
    InstanceType: 'NetworkInterface',
    ...more,
  });
  return eipOf(begun, AllocationId);
}

/** The end of the association, as `terraform destroy` brings it about. */
async function unassociate(begun: Begun, AllocationId: string, more: object = {}): Promise<void> {
  await begun.terraform.ok('Vpc', 'UnassociateEipAddress', {
    RegionId,
    ClientToken: terraformToken('UnassociateEipAddress'),
    AllocationId,
    InstanceId: begun.eni,
    InstanceType: 'NetworkInterface',
    Force: true,
    ...more,
  });
  await begun.terraform.until(
    () => eipOf(begun, AllocationId),
    (eip) => eip?.InstanceId !== begun.eni,
    terraformRhythm(5_000, 300_000),
  );
}

describe('Terraform puts an elastic IP address on a network interface', () => {
  it('and takes everything down again', async () => {
    const begun = await begin();
    const { terraform, eni, listed, statusOf } = begun;
    const eip = await allocate(begun);
    const PrivateIpAddress = (await listed(eni))?.PrivateIpAddress;

    const associated = await associate(begun, eip, { PrivateIpAddress });
    expect(associated).toMatchObject({
      AllocationId: eip,
      InstanceId: eni,
      InstanceType: 'NetworkInterface',
      PrivateIpAddress,
      Status: 'InUse',
    });
    expect((await listed(eni))?.AssociatedPublicIp).toMatchObject({
      AllocationId: eip,
      PublicIpAddress: associated?.IpAddress,
    });

    await unassociate(begun, eip, { PrivateIpAddress });
    await terraform.ok('Vpc', 'ReleaseEipAddress', { RegionId }, { AllocationId: eip });
    await terraform.until(
      () => eipOf(begun, eip),
      (row) => row === undefined,
      terraformRhythm(5_000, 300_000),
    );

    await terraform.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni });
    await terraform.state(statusOf, [], [gone], terraformRhythm(5_000, 60_000));
  });

  it('whose association is shown without a private address when none was given, so that the next plan is empty', async () => {
    const begun = await begin();
    const associated = await associate(begun, await allocate(begun));
    expect(associated).toMatchObject({ InstanceId: begun.eni, Status: 'InUse' });
    expect([associated?.PrivateIpAddress ?? '', associated?.VpcId ?? '']).toEqual(['', '']);
  });

  it('and cannot release it while it is there', async () => {
    const begun = await begin();
    const eip = await allocate(begun);
    await associate(begun, eip);
    const refused = await begun.terraform.refused('Vpc', 'ReleaseEipAddress', { RegionId }, { AllocationId: eip });
    expect(refused).toMatchObject({ status: 400, code: 'IncorrectEipStatus' });
    expect(await eipOf(begun, eip)).toMatchObject({ InstanceId: begun.eni, Status: 'InUse' });
  });

  it('that cannot be detached while the address is cut through to it', async () => {
    const begun = await begin();
    const { account, network, terraform, eni, statusOf } = begun;
    const instance = await account.runInstance(network);
    const eip = await allocate(begun);
    await associate(begun, eip, { Mode: 'BINDED' });
    await terraform.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId: eni, InstanceId: instance });
    await terraform.state(statusOf, [], ['InUse'], terraformRhythm(5_000, 60_000));

    const detach = { RegionId, NetworkInterfaceId: eni, InstanceId: instance };
    expect(await terraform.refused('Ecs', 'DetachNetworkInterface', detach)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniLinked',
    });
    expect(await statusOf()).toBe('InUse');
  });
});
