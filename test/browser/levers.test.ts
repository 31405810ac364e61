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

  it('sets no quota that nobody typed, and says of what is no number what is wrong with it', async () => {
    const { page, console } = await open();
    const row = page.getByRole('row').filter({ hasText: 'network-interfaces' }).first();
    const set = row.getByRole('button', { name: 'Set' });
    await expect.poll(() => set.isDisabled()).toBe(true);
    await row.getByRole('textbox').fill('abc');
    await set.click();
    await page.getByText(/value: .*number/).waitFor();
    await row.getByRole('textbox').fill('0');
    await set.click();
    await page.getByText('The quota is set').waitFor();
    await row.getByRole('cell', { name: '0', exact: true }).last().waitFor();
    await row.getByRole('button', { name: 'Default' }).click();
    await page.getByText('The default holds').waitFor();
    await page.getByLabel('Milliseconds').fill('');
    await page.getByRole('button', { name: 'Advance' }).click();
    await page.getByText(/milliseconds: .*number/).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    console.forgive(/status of 400/);
  });

  it('shows what other levers and requests changed, without being asked', async () => {
    const { page, owner } = await open();
    const total = page.getByText(/^[0-9]+ accounts$/);
    const before = Number.parseInt((await total.textContent()) ?? '', 10);
    const seeded = localyun.account().accessKeyId;
    await page.getByLabel('Seed, as YAML').fill(`accounts:\n  - accessKeyId: ${seeded}\n`);
    await page.getByRole('button', { name: 'Seed' }).click();
    await page.getByText(`${before + 1} accounts`).waitFor();

    await page.getByLabel('Account').first().fill(owner.accessKeyId);
    await page.getByLabel('How many times').fill('1');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Remove' }).waitFor();
    await owner.refused('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
    await page.getByText('Nothing goes wrong on purpose.').waitFor();
  });

  it('empties an account once it was asked for twice', async () => {
    const { page, owner } = await open();
    const { VpcId } = await owner.ok('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou' });
    const count = async () =>
      (await owner.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou', VpcId })).Vpcs.Vpc.length;
    const row = page.getByRole('row').filter({ hasText: owner.accessKeyId }).filter({ hasText: '1 vpcs' });
    await row.getByRole('button', { name: 'Empty it' }).click();
    await page.getByText(`Empty ${owner.accessKeyId}?`).waitFor();
    expect(await count()).toBe(1);
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await page.getByText(`${owner.accessKeyId} is empty`).waitFor();
    expect(await count()).toBe(0);
    await row.waitFor({ state: 'detached' });
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
