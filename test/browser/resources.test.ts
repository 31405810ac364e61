import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const widths = [1280, 400];
const themes = ['light', 'dark'] as const;

describeInBrowser('the page of resources', () => {
  const localyun = startTestLocalyun({ transitions: 'fast' });
  const browser = startTestBrowser(localyun);

  it('makes a small network where nothing is, and shows it', async () => {
    const console = await browser.open({ hash: '#/resources/network-interfaces', account: 'localyun-small' });
    await console.page.getByRole('button', { name: 'Make a small network' }).click();
    await console.page.getByRole('link', { name: /^eni-/ }).waitFor();
    await console.picture('resources-list');
  });
});
