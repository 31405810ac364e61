import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

describeInBrowser('the OpenAPI Explorer', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  it('finds an operation, fills it in, sends it, and shows the refusal with the way to its diagnosis', async () => {
    const account = localyun.account();
    const { page, ...console } = await browser.open({ account: account.accessKeyId });
    const search = page.getByRole('combobox', { name: 'Operation' });
    await search.click();
    await search.fill('deletenetworkint');
    await search.press('Enter');
    await page.getByLabel(/^NetworkInterfaceId/).fill('eni-nothere');
    await page.getByRole('button', { name: 'Send' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'InvalidEcsId.NotFound' });
    await alert.waitFor();
  });
});
