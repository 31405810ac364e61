import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const widths = [1280, 400];
const themes = ['light', 'dark'] as const;

describeInBrowser('the shell of the console', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  it.each(widths.flatMap((width) => themes.map((theme) => ({ width, theme }))))(
    'fits into $width pixels and is accessible in $theme, its menu and its choice of accounts too',
    async ({ width, theme }) => {
      const console = await browser.open({ width, theme, hash: '#/nowhere' });
      const { page } = console;
      if (width < 1000) await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: 'OpenAPI Explorer' }).waitFor();
      await console.settled();
      await console.picture(`shell-${width}-${theme}`);
      expect(await console.overflow()).toBe(0);
      expect(await console.barriers()).toEqual([]);
      await page.getByRole('button', { name: 'localyun as root' }).click();
      await page.getByText('Paste one').click();
      await console.settled();
      await console.picture(`account-${width}-${theme}`);
      expect(await console.overflow()).toBe(0);
      expect(await console.barriers()).toEqual([]);
    },
  );

  it('leads to every page by the keyboard', async () => {
    const { page } = await browser.open();
    for (const title of ['Resources', 'Topology', 'Requests', 'Error Center', 'Levers', 'Leaks', 'OpenAPI Explorer']) {
      const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title });
      await link.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.title()).toBe(`${title} - Localyun`);
      expect(await link.getAttribute('aria-current')).toBe('page');
    }
    await page.getByRole('button', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('content');
  });

  it('remembers account, region and theme, and keeps keys to the tab', async () => {
    const account = localyun.account();
    const { page } = await browser.open({ theme: 'light' });
    await page.getByRole('button', { name: 'localyun as root' }).first().click();
    await page.getByRole('combobox', { name: 'Account' }).fill('not a name');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('The name is localyun, or').waitFor();
    await page.getByRole('combobox', { name: 'Account' }).fill(account.accessKeyId);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('combobox', { name: 'Region', exact: true }).fill('singapore');
    await page.getByText('ap-southeast-1 - Singapore').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('ap-southeast-1, as in the header').waitFor();
    await page.locator('[title="Dark"]').click();
    await page.reload();
    await page
      .getByRole('button', { name: `${account.accessKeyId} as root` })
      .first()
      .waitFor();
    expect(await page.evaluate<string>('document.documentElement.dataset.theme')).toBe('dark');
    const kept = await page.evaluate<string>(`localStorage.getItem('localyun-console')`);
    expect(JSON.parse(kept)).toEqual({ account: account.accessKeyId, regionId: 'ap-southeast-1', theme: 'dark' });
  });

  it('leaves account and region of a tab alone when they change in another one', async () => {
    const account = localyun.account();
    const { page } = await browser.open();
    const other = await page.context().newPage();
    await other.goto(`${page.url().split('#')[0]}#/explorer?as=${account.accessKeyId}&in=ap-southeast-1`);
    const switcher = (name: string) => ({ name: `${name} as root` });
    await other.getByRole('button', switcher(account.accessKeyId)).first().waitFor();
    for (const tab of [page, other]) await tab.reload();
    await other.getByText('ap-southeast-1, as in the header').waitFor();
    await other.getByRole('button', switcher(account.accessKeyId)).first().waitFor();
    await page.getByText('cn-hangzhou, as in the header').waitFor();
    await page.getByRole('button', switcher('localyun')).first().waitFor();
  });

  it('says of an address that it leads nowhere', async () => {
    const { page } = await browser.open({ hash: '#/nowhere' });
    await page.getByText('There is no such page').waitFor();
    await page.getByRole('link', { name: 'To the start' }).click();
    await page.getByRole('heading', { level: 1, name: 'OpenAPI Explorer' }).waitFor();
  });
});

describeInBrowser('the console of a server with a control token', () => {
  const localyun = startTestLocalyun({ controlToken: 'sesame' });
  const browser = startTestBrowser(localyun);

  it('asks for it, and for another when it is wrong', async () => {
    const console = await browser.open();
    const { page } = console;
    await page.getByText('This server asks for its control token').waitFor();
    await page.getByLabel('Token', { exact: true }).fill('barley');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('This is not the control token of the server').waitFor();
    await page.getByLabel('Token', { exact: true }).fill('sesame');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByLabel(/^RegionId/).waitFor();
    expect(await page.getByLabel('Token', { exact: true }).count()).toBe(0);
    console.forgive(/status of 401/);
  });
});
