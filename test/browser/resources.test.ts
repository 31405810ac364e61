import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

/** Keeps calls of an operation from the server until they are let go. */
async function hold(page: Page, action: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      if (route.request().headers()['x-acs-action'] === action) await held;
      await route.continue();
    },
  );
  return letGo;
}

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

  it('leads from the address of no type to those that there are', async () => {
    const { page } = await browser.open({ hash: '#/resources/foo' });
    await page.getByText('There is no type of resources "foo".').waitFor();
    await page.getByRole('link', { name: 'vSwitches' }).click();
    await page.getByText('No vSwitches in this account and region.').waitFor();
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

  it('keeps the filter behind details, and gives the focus back after them', async () => {
    const { name, eniId } = await account();
    const { page } = await browser.open({ hash: '#/resources/network-interfaces?Type=Secondary', account: name });
    await page.getByRole('link', { name: eniId }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).waitFor();
    expect(page.url()).toContain(`${eniId}?Type=Secondary`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('#/resources/network-interfaces?Type=Secondary');
    await page.waitForFunction(`document.activeElement.textContent === '${eniId}'`);
  });

  it('shows and deletes nothing of another region, however long its list takes', async () => {
    const { name, eniId } = await account();
    const { page } = await browser.open({ hash: '#/resources/network-interfaces', account: name });
    const choose = async (region: string) => {
      await page.getByRole('combobox', { name: 'Region', exact: true }).fill(region);
      await page.getByText(new RegExp(`^${region} - `)).waitFor();
      await page.keyboard.press('Enter');
    };
    await page.getByRole('link', { name: eniId }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Delete selected (2)' }).waitFor();
    const letGo = await hold(page, 'DescribeNetworkInterfaces');
    await choose('cn-beijing');
    await page.locator('.ant-spin-spinning').waitFor();
    expect(await page.getByRole('link', { name: eniId }).count()).toBe(0);
    letGo();
    await page.getByText('No Network interfaces in this account and region.').waitFor();
    await choose('cn-hangzhou');
    await page.getByRole('link', { name: eniId }).waitFor();
    await page.getByRole('button', { name: 'Delete selected (0)' }).waitFor();
  });

  it('stops deleting when the dialog is closed, and says how far it came', async () => {
    const { name, owner, where } = await account();
    for (let count = 0; count < 2; count += 1) await owner.ok('Ecs', 'CreateNetworkInterface', where);
    const hash = '#/resources/network-interfaces?Status=Available';
    const { page } = await browser.open({ hash, account: name });
    await page.getByText('2 in all').waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Delete selected (2)' }).click();
    const letGo = await hold(page, 'DeleteNetworkInterface');
    await page.getByRole('button', { name: 'Delete 2' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    letGo();
    await page.getByText('Stopped: 1 of 2 done').waitFor();
    await localyun.advance(60_000);
    await page.getByText('1 in all').waitFor();
  });

  it('goes to the last page there is when the page that it shows is gone', async () => {
    const { name, owner, where } = await account();
    const made = await owner.ok('Ecs', 'CreateNetworkInterface', where);
    for (let count = 0; count < 18; count += 1) await owner.ok('Ecs', 'CreateNetworkInterface', where);
    const { page } = await browser.open({ hash: '#/resources/network-interfaces', account: name });
    await page.getByText('21 in all').waitFor();
    await page.getByTitle('2', { exact: true }).click();
    await page.getByRole('link', { name: /^eni-/ }).nth(1).waitFor({ state: 'detached' });
    const { RegionId } = where;
    await owner.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: made.NetworkInterfaceId });
    await localyun.advance(60_000);
    await page.getByText('20 in all').waitFor();
    await page.getByRole('link', { name: /^eni-/ }).nth(19).waitFor();
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
