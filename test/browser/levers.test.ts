import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const views = [1280, 400].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })));

describeInBrowser('the page of levers', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);
  const open = async () => {
    const owner = localyun.account();
    // An account is there once it was used.
    await owner.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
    const console = await browser.open({ hash: '#/levers', account: owner.accessKeyId });
    return { owner, console, page: console.page };
  };

  it('moves the clock on, so that a VPC becomes Available', async () => {
    const { owner, page } = await open();
    const { VpcId } = await owner.ok('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou' });
    const status = async () =>
      (await owner.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou', VpcId })).Vpcs.Vpc[0].Status;
    expect(await status()).toBe('Pending');
    await page.getByLabel('Milliseconds').fill('60000');
    await page.getByRole('button', { name: 'Advance' }).click();
    await page.getByText('The clock was moved on').waitFor();
    expect(await status()).toBe('Available');
  });

  it('sets a fault that the next call meets, and takes faults back', async () => {
    const { owner, page, console } = await open();
    await page.getByLabel('Account').first().fill(owner.accessKeyId);
    await page.getByLabel('Operation').fill('DescribeVpcs');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The fault is set').waitFor();
    await console.picture('levers');
    const asked = { RegionId: 'cn-hangzhou' };
    expect(await owner.refused('Vpc', 'DescribeVpcs', asked)).toMatchObject({ code: 'Throttling' });
    await owner.ok('Vpc', 'DescribeVpcs', asked);

    await page.getByLabel('How many times').fill('5');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Remove' }).waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('Nothing goes wrong on purpose.').waitFor();
    await owner.ok('Vpc', 'DescribeVpcs', asked);
  });

  it('says what is wrong with a fault, in the words of the server', async () => {
    const { page, console } = await open();
    await page.getByLabel('Code, of error').fill('NoSuchCode');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The control API refused (400)').waitFor();
    await page.getByText('NoSuchCode').first().waitFor();
    // The browser reports the refusal too, and it was asked for.
    console.complaints.splice(0);
  });

  it('saves the state, and brings it back', async () => {
    const { owner, page } = await open();
    const name = `of-${owner.accessKeyId}`;
    await page.getByLabel('Name').first().fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Saved as ${name}`).waitFor();
    const { VpcId } = await owner.ok('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou' });
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByRole('button', { name: 'Load' }).first().click();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await page.getByText(`${name} is the state now`).waitFor();
    const { Vpcs } = await owner.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou', VpcId });
    expect(Vpcs.Vpc).toEqual([]);
    await row.getByRole('button', { name: 'Delete' }).first().click();
    await row.first().waitFor({ state: 'detached' });
  });

  it('sets a quota of the account, and the default again', async () => {
    const { page } = await open();
    const row = page.getByRole('row').filter({ hasText: 'network-interfaces' }).first();
    await row.getByRole('textbox').fill('7');
    await row.getByRole('button', { name: 'Set' }).click();
    await page.getByText('The quota is set').waitFor();
    await row.getByRole('cell', { name: '7', exact: true }).waitFor();
    await row.getByRole('button', { name: 'Default' }).click();
    await page.getByText('The default holds').waitFor();
  });

  it('seeds accounts from a document', async () => {
    const { page, owner } = await open();
    const { accessKeyId } = localyun.account();
    await page.getByLabel('Seed, as YAML').fill(`accounts:\n  - accessKeyId: ${accessKeyId}\n    quotas: {vpcs: 0}\n`);
    await page.getByRole('button', { name: 'Seed' }).click();
    await page.getByText('The seed is in the state').waitFor();
    const seeded = localyun.account(accessKeyId.replace('localyun-', ''));
    expect(await seeded.refused('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou' })).toMatchObject({ status: 400 });
    await owner.ok('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou' });
  });

  it.each(views)('fits into $width pixels and is accessible in $theme', async ({ width, theme }) => {
    const owner = localyun.account();
    await owner.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
    const console = await browser.open({ hash: '#/levers', account: owner.accessKeyId, width, theme });
    await console.page.getByRole('row').filter({ hasText: 'network-interfaces' }).first().waitFor();
    await console.picture(`levers-${width}-${theme}`);
    expect(await console.overflow()).toBe(0);
    expect(await console.barriers()).toEqual([]);
  });
});
