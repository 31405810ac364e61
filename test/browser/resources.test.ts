import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const views = [1280, 400].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })));

describeInBrowser('the page of resources where nothing is', () => {
  const localyun = startTestLocalyun({ transitions: 'fast' });
  const browser = startTestBrowser(localyun);

  it('makes a small network, and shows what is in it', async () => {
    const console = await browser.open({ hash: '#/resources/network-interfaces', account: 'localyun-small' });
    await console.page.getByRole('button', { name: 'Make a small network' }).click();
    await console.page.getByRole('link', { name: /^eni-/ }).waitFor();
    await console.page.getByRole('link', { name: 'VPCs' }).click();
    await console.page.getByRole('link', { name: /^vpc-/ }).waitFor();
  });
});

describeInBrowser('the page of resources', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  /** An account with an instance and, beside its primary network interface, another one attached to it. */
  async function account() {
    const owner = localyun.account();
    const network = await owner.network();
    const RegionId = network.regionId;
    const where = { RegionId, VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId };
    const { Images } = await owner.ok('Ecs', 'DescribeImages', { RegionId });
    const run = { ...where, ImageId: Images.Image[0].ImageId, InstanceType: 'ecs.g7.large' };
    const instanceId: string = (await owner.ok('Ecs', 'RunInstances', run)).InstanceIdSets.InstanceIdSet[0];
    await localyun.advance(60_000);
    const made = await owner.ok('Ecs', 'CreateNetworkInterface', where);
    const eniId: string = made.NetworkInterfaceId;
    const attachment = { RegionId, NetworkInterfaceId: eniId, InstanceId: instanceId };
    await owner.ok('Ecs', 'AttachNetworkInterface', attachment);
    await localyun.advance(60_000);
    return { owner, network, where, instanceId, eniId, name: owner.accessKeyId };
  }

  it('shows why an attached interface is not deleted, and deletes it once it is detached', async () => {
    const { name, eniId } = await account();
    const console = await browser.open({ hash: `#/resources/network-interfaces/${eniId}`, account: name });
    const drawer = console.page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: 'Delete' }).click();
    const form = console.page.getByRole('dialog', { name: 'Delete' });
    await form.getByRole('button', { name: 'Delete' }).click();
    await form.getByText('InvalidOperation.InvalidEniState').first().waitFor();
    await console.picture('resources-refused');
    expect(await form.getByRole('link', { name: 'Diagnosis of this request' }).getAttribute('href')).toMatch(
      /^#\/requests\/[0-9A-F-]{36}$/,
    );
    expect(await form.getByRole('link', { name: 'Open in Explorer' }).getAttribute('href')).toBe(
      `#/explorer/Ecs/DeleteNetworkInterface?NetworkInterfaceId=${eniId}`,
    );
    await form.getByRole('button', { name: 'Cancel' }).click();

    await drawer.getByRole('button', { name: 'Detach' }).click();
    await console.page.getByRole('dialog', { name: 'Detach' }).getByRole('button', { name: 'Detach' }).click();
    await drawer.getByText('Detaching').first().waitFor();
    await localyun.advance(60_000);
    await drawer.getByText('Available').first().waitFor();
    await drawer.getByRole('button', { name: 'Delete' }).click();
    await form.getByRole('button', { name: 'Delete' }).click();
    await drawer.getByText('Deleting').first().waitFor();
    await localyun.advance(60_000);
    await drawer.getByText('There is no network interface').waitFor();
  });

  it('creates an interface from a form that offers what is there', async () => {
    const { name, network, owner, where } = await account();
    const console = await browser.open({ hash: '#/resources/network-interfaces', account: name });
    await console.page.getByRole('button', { name: 'Create network interface' }).click();
    const form = console.page.getByRole('dialog');
    await form.getByLabel('vSwitch').fill(network.vSwitchId);
    await console.page.keyboard.press('Tab');
    await form.getByLabel('Security groups').fill(network.securityGroupId);
    await console.page.keyboard.press('Enter');
    await form.getByLabel('Name').fill('from-the-console');
    await console.picture('resources-form');
    await form.getByRole('button', { name: 'Create network interface' }).click();
    await console.page.getByRole('cell', { name: 'from-the-console' }).waitFor();
    const asked = { RegionId: where.RegionId, NetworkInterfaceName: 'from-the-console' };
    expect((await owner.ok('Ecs', 'DescribeNetworkInterfaces', asked)).TotalCount).toBe(1);
  });

  it('deletes several at once and says what became of each', async () => {
    const { name, owner, where } = await account();
    for (let count = 0; count < 2; count += 1) await owner.ok('Ecs', 'CreateNetworkInterface', where);
    const hash = '#/resources/network-interfaces?Type=Secondary';
    const console = await browser.open({ hash, account: name });
    await console.page.getByRole('cell', { name: 'InUse' }).waitFor();
    await console.page.getByRole('checkbox', { name: 'Select all' }).check();
    await console.page.getByRole('button', { name: 'Delete selected (3)' }).click();
    const form = console.page.getByRole('dialog');
    await form.getByRole('button', { name: 'Delete 3' }).click();
    await form.getByText('All about InvalidOperation.InvalidEniState').waitFor();
    expect(await form.getByRole('cell', { name: 'done' }).count()).toBe(2);
    await form.getByRole('button', { name: 'Close' }).last().click();
    await console.page.getByRole('cell', { name: 'Deleting' }).first().waitFor();
    await localyun.advance(60_000);
    await console.page.getByText('1 in all').waitFor();
  });

  it('filters by keyboard alone, and keeps the filter in the address', async () => {
    const { name, eniId } = await account();
    const console = await browser.open({ hash: '#/resources/network-interfaces', account: name });
    await console.page.getByText('2 in all').waitFor();
    await console.page.getByRole('textbox', { name: 'Id' }).focus();
    await console.page.keyboard.type(eniId);
    await console.page.keyboard.press('Enter');
    await console.page.getByText('1 in all').waitFor();
    expect(console.page.url()).toContain(`NetworkInterfaceId=${eniId}`);
  });

  it('adds and revokes rules of a group, and tags it', async () => {
    const { name, network } = await account();
    const hash = `#/resources/security-groups/${network.securityGroupId}`;
    const console = await browser.open({ hash, account: name });
    const drawer = console.page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: 'Add inbound rule' }).click();
    const form = console.page.getByRole('dialog', { name: 'Add inbound rule' });
    await form.getByRole('button', { name: 'Add inbound rule' }).click();
    await drawer.getByText('Rules', { exact: true }).click();
    await drawer.getByRole('cell', { name: '22/22' }).waitFor();
    await console.picture('resources-rules');
    await drawer.getByRole('button', { name: /^Revoke / }).click();
    await drawer.getByText('No rules').waitFor();
    await drawer.getByText('Tags', { exact: true }).click();
    await drawer.getByLabel('Tag key').fill('team');
    await drawer.getByLabel('Tag value').fill('network');
    await drawer.getByRole('button', { name: 'Add tag' }).click();
    await drawer.getByText('team = network').waitFor();
  });

  it.each(views)('fits into $width pixels and is accessible in $theme', async ({ width, theme }) => {
    const { name, eniId } = await account();
    const console = await browser.open({ hash: '#/resources/network-interfaces', account: name, width, theme });
    await console.page.getByText('2 in all').waitFor();
    expect(await console.overflow()).toBe(0);
    expect(await console.barriers()).toEqual([]);
    await console.picture(`resources-${width}-${theme}`);
    await console.page.getByRole('link', { name: eniId }).first().click();
    await console.page.getByText('Related', { exact: true }).click();
    await console.page.getByRole('dialog').getByText('Security groups').waitFor();
    expect(await console.overflow()).toBe(0);
    expect(await console.barriers()).toEqual([]);
    await console.picture(`resources-details-${width}-${theme}`);
  });
});
