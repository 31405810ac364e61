import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const views = [1280, 400].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })));

describeInBrowser('the picture of the network', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  /** Two instances in one VPC, the second with another group, a further interface, and a public address. */
  async function account() {
    const owner = localyun.account();
    const network = await owner.network();
    const RegionId = network.regionId;
    const instanceId = await owner.runInstance(network);
    const closed = await owner.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: network.vpcId });
    const other = await owner.runInstance({ ...network, securityGroupId: closed.SecurityGroupId });
    const spare: string = (await owner.createNetworkInterface(network)).NetworkInterfaceId;
    const eip = await owner.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const association = {
      RegionId,
      AllocationId: eip.AllocationId,
      InstanceId: spare,
      InstanceType: 'NetworkInterface',
    };
    await owner.ok('Vpc', 'AssociateEipAddress', association);
    await localyun.advance(60_000);
    const enis = (await owner.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId })).NetworkInterfaceSets
      .NetworkInterfaceSet;
    const of = (id: string): string =>
      enis.find((eni: { InstanceId: string }) => eni.InstanceId === id).NetworkInterfaceId;
    return {
      owner,
      network,
      instanceId,
      first: of(instanceId),
      second: of(other),
      closedId: closed.SecurityGroupId,
      spare,
    };
  }

  it('shows everything once, and details at a click', async () => {
    const { owner, network, instanceId, spare } = await account();
    const console = await browser.open({ hash: '#/topology', account: owner.accessKeyId });
    const picture = console.page.getByRole('region', { name: 'Picture of the network' });
    for (const id of [network.vpcId, network.vSwitchId, instanceId, spare]) {
      await picture.getByRole('link', { name: id }).waitFor();
    }
    await console.picture('topology');
    await picture.getByRole('link', { name: spare }).click();
    await console.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).waitFor();
  });

  it('has room for short ids and for long ones', async () => {
    const owner = localyun.account();
    const long = `eni-${'long'.repeat(12)}`;
    await localyun.server.levers.seed({
      accounts: [
        {
          accessKeyId: owner.accessKeyId,
          resources: {
            'cn-hangzhou': {
              vpcs: [{ name: 'main', cidrBlock: '192.168.0.0/16' }],
              vSwitches: [{ name: 'one', vpc: 'main', zone: 'cn-hangzhou-h', cidrBlock: '192.168.0.0/24' }],
              securityGroups: [{ name: 'web', vpc: 'main' }],
              instances: [{ name: 'node', id: 'i-1', vSwitch: 'one', securityGroups: ['web'], type: 'ecs.g7.large' }],
              networkInterfaces: [{ name: 'long', id: long, vSwitch: 'one', securityGroups: ['web'] }],
              eips: [{ name: 'door', id: 'eip-1', networkInterface: 'long' }],
            },
          },
        },
      ],
    });
    const console = await browser.open({ hash: '#/topology', account: owner.accessKeyId });
    const picture = console.page.getByRole('region', { name: 'Picture of the network' });
    const boxOf = async (locator: Locator) => (await locator.boundingBox())!;
    for (const [id, above] of [
      ['eip-1', 'Elastic IP'],
      ['i-1', 'Running'],
    ] as const) {
      const card = picture.locator('.picture-card').filter({ has: console.page.getByRole('link', { name: id }) });
      const mark = await boxOf(card.getByText(above, { exact: true }));
      expect((await boxOf(card.getByRole('link', { name: id }))).y).toBeGreaterThanOrEqual(mark.y + mark.height - 1);
    }
    const card = picture.locator('.picture-card').filter({ hasText: long });
    const [outer, inner] = [await boxOf(card), await boxOf(card.getByRole('link', { name: long }))];
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    await console.picture('topology-ids');
  });

  it('shows an interface while it is being deleted, and that it is gone', async () => {
    const { owner, network } = await account();
    const { NetworkInterfaceId } = await owner.createNetworkInterface(network);
    const console = await browser.open({ hash: `#/topology?vpc=${network.vpcId}`, account: owner.accessKeyId });
    const link = console.page.getByRole('link', { name: NetworkInterfaceId });
    await link.waitFor();
    await owner.ok('Ecs', 'DeleteNetworkInterface', { RegionId: network.regionId, NetworkInterfaceId });
    await console.page.getByText('Deleting').waitFor();
    await localyun.advance(60_000);
    await link.waitFor({ state: 'detached' });
  });

  it('answers whether one interface can reach another, with the rule that decides', async () => {
    const { owner, network, first, second, closedId } = await account();
    const console = await browser.open({ hash: '#/topology', account: owner.accessKeyId });
    await console.page.getByRole('button', { name: 'Pick both in the picture' }).click();
    await console.page.getByRole('link', { name: first }).click();
    await console.page.getByRole('link', { name: second }).click();
    await console.page.getByRole('button', { name: 'Ask' }).click();
    await console.page.getByText(/cannot reach/).waitFor();
    await console.page.getByText(/the default of normal groups for ingress/).waitFor();
    await console.picture('topology-blocked');

    const permission = { IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '192.168.0.0/16', Priority: '7' };
    const allowed = { RegionId: network.regionId, SecurityGroupId: closedId, Permissions: [permission] };
    await owner.ok('Ecs', 'AuthorizeSecurityGroup', allowed);
    await console.page.getByRole('button', { name: 'Ask' }).click();
    await console.page.getByText(/can reach/).waitFor();
    await console.page.getByText(/by rule sgr-\w+ \(priority 7\)/).waitFor();
    await console.picture('topology-reachable');
    await console.page.getByLabel('on port').fill('0');
    await console.page.getByRole('button', { name: 'Ask' }).click();
    await console.page.getByText('The control API refused (400)').waitFor();
    // The browser reports the refusal too, and it was asked for.
    console.complaints.splice(0);
  });

  it('shows many interfaces of a vSwitch as a number until they are asked for', async () => {
    const { owner, network } = await account();
    await Promise.all(Array.from({ length: 30 }, () => owner.createNetworkInterface(network)));
    const console = await browser.open({ hash: '#/topology', account: owner.accessKeyId });
    await console.page.getByText('33 network interfaces').waitFor();
    expect(await console.page.getByRole('link', { name: /^eni-/ }).count()).toBe(0);
    await console.page.getByRole('button', { name: 'Show them' }).click();
    await expect.poll(() => console.page.getByRole('link', { name: /^eni-/ }).count()).toBe(33);
  });

  it('shows details that can be read on a telephone, of secondary addresses too', async () => {
    const { owner, network, spare } = await account();
    const RegionId = network.regionId;
    const assigned = { RegionId, NetworkInterfaceId: spare, SecondaryPrivateIpAddressCount: 1 };
    await owner.ok('Ecs', 'AssignPrivateIpAddresses', assigned);
    const eni = await owner.describeNetworkInterface(network, spare);
    const second = eni!.PrivateIpSets.PrivateIpSet.find(({ Primary }: { Primary: boolean }) => !Primary);
    const eip = await owner.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await owner.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId: eip.AllocationId,
      InstanceId: spare,
      InstanceType: 'NetworkInterface',
      PrivateIpAddress: second.PrivateIpAddress,
    });
    await localyun.advance(60_000);
    const hash = `#/topology?show=network-interfaces/${spare}`;
    const console = await browser.open({ hash, account: owner.accessKeyId, width: 400 });
    const details = console.page.getByRole('dialog').getByRole('table');
    await details.getByText(eip.EipAddress).first().waitFor();
    await console.settled();
    await console.picture('details-400');
    const inner = (await details.boundingBox())!;
    expect(inner.x + inner.width).toBeLessThanOrEqual(400);
    await console.page.setViewportSize({ width: 1280, height: 1200 });
    await console.picture('details-1280');
  });

  it('says in a history what is not known, as after a reset', async () => {
    const { owner, network, spare } = await account();
    await localyun.server.levers.reset(localyun.account().accountId);
    const change = { RegionId: network.regionId, NetworkInterfaceId: spare, Description: 'changed' };
    await owner.ok('Ecs', 'ModifyNetworkInterfaceAttribute', change);
    const console = await browser.open({
      hash: `#/topology?show=network-interfaces/${spare}`,
      account: owner.accessKeyId,
    });
    await console.page.getByText('History', { exact: true }).click();
    await console.page.getByText('description: not known → changed').waitFor();
    expect(await console.page.getByText('description: – → ').count()).toBe(1);
  });

  it.each(views)('fits into $width pixels and is accessible in $theme, as picture and as outline', async (view) => {
    const { owner, spare } = await account();
    const console = await browser.open({ ...view, hash: '#/topology', account: owner.accessKeyId });
    for (const name of ['Picture', 'Outline']) {
      await console.page.getByText(name, { exact: true }).click();
      await console.page.getByRole('link', { name: spare }).waitFor();
      await console.picture(`topology-${name}-${view.width}-${view.theme}`);
      expect(await console.overflow()).toBe(0);
      expect(await console.barriers()).toEqual([]);
    }
  });
});
