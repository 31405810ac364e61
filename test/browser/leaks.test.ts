import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const views = [1280, 400].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })));

describeInBrowser('the page of leaks', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  /** An account whose test forgot one of two interfaces; the other is in use. */
  async function forgetful(regionId = 'cn-hangzhou') {
    const owner = localyun.account();
    const network = await owner.network({ regionId });
    await owner.runInstance(network);
    const Tag = [{ Key: 'suite', Value: 'nightly' }];
    const { NetworkInterfaceId } = await owner.createNetworkInterface(network, { Tag });
    await localyun.advance(7_200_000);
    return { owner, leaked: NetworkInterfaceId as string };
  }

  it('shows the interface that was left behind, its age, and who made it', async () => {
    const { owner, leaked } = await forgetful();
    const console = await browser.open({ hash: '#/leaks', account: owner.accessKeyId });
    const row = console.page.getByRole('row').filter({ hasText: leaked });
    await row.getByText(/^2 h/).waitFor();
    await row.getByText('suite=nightly').waitFor();
    await row.getByRole('link', { name: 'CreateNetworkInterface' }).waitFor();
    await console.picture('leaks');
    await row.getByRole('link', { name: leaked }).click();
    await console.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).waitFor();
    await console.page.getByText('History', { exact: true }).click();
    await console.page.getByText('network-interface created').waitFor();
    await console.picture('history');
  });

  it('leads to what another account left behind in another region', async () => {
    const { owner, leaked } = await forgetful('cn-beijing');
    const { page } = await browser.open({ hash: '#/leaks' });
    await page.getByRole('link', { name: leaked }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).waitFor();
    await page.getByRole('button', { name: `${owner.accessKeyId} as root`, includeHidden: true }).waitFor();
    expect(new URL(page.url()).hash).toBe(`#/resources/network-interfaces/${leaked}`);
    expect(await page.locator('.region-switcher').textContent()).toContain('cn-beijing');
  });

  it('finds leaks by tag, age and account', async () => {
    const [{ owner, leaked }, other] = [await forgetful(), await forgetful()];
    const console = await browser.open({ hash: '#/leaks', account: owner.accessKeyId });
    const rowOf = (id: string) => console.page.getByRole('row').filter({ hasText: id });
    await rowOf(other.leaked).waitFor();
    await console.page.getByRole('checkbox', { name: 'Only of' }).check();
    await console.page.getByLabel('Tag key').fill('suite');
    await console.page.getByRole('button', { name: 'Filter' }).click();
    await rowOf(other.leaked).waitFor({ state: 'detached' });
    await rowOf(leaked).waitFor();
    await console.page.getByLabel('Older than, seconds').fill('999999');
    await console.page.keyboard.press('Enter');
    await console.page.getByText('Nothing is left behind.').waitFor();
  });

  it.each(views)('fits into $width pixels and is accessible in $theme', async ({ width, theme }) => {
    const { owner, leaked } = await forgetful();
    const console = await browser.open({ hash: '#/leaks', account: owner.accessKeyId, width, theme });
    await console.page.getByRole('row').filter({ hasText: leaked }).waitFor();
    await console.picture(`leaks-${width}-${theme}`);
    expect(await console.overflow()).toBe(0);
    expect(await console.barriers()).toEqual([]);
  });
});
