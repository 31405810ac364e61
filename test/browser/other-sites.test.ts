import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';
import { signedParameters } from '../support/signed-request.ts';
import { describeInBrowser, findChromium } from './chromium.ts';

describeInBrowser('a page of another site', () => {
  const localyun = startTestLocalyun();
  const site = http.createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>A page</p>'));
  let browser: Browser;

  beforeAll(async () => {
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    // The names of others lead here, as names do whose owners want it.
    const rules = 'MAP evil.example 127.0.0.1, MAP pages.example 127.0.0.1';
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--host-resolver-rules=${rules}`];
    browser = await chromium.launch({ executablePath: findChromium()!, args });
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
    site.closeAllConnections();
  });

  /** The address of an operation, signed with the key that everybody knows. */
  function addressOf(name: string, action: string): string {
    const { accessKeyId } = localyun.account('other-sites');
    const key = { accessKeyId, accessKeySecret: 'localyun' };
    const query = signedParameters(key, 'Vpc', action, { RegionId: 'cn-hangzhou' }, { method: 'GET' });
    return `http://${name}:${localyun.port}/?${query}`;
  }

  /** Opens an address and does something there. */
  async function at<Result>(url: string, act: (page: Page, status?: number) => Promise<Result>): Promise<Result> {
    const page = await browser.newPage();
    try {
      const opened = await page.goto(url);
      return await act(page, opened?.status());
    } finally {
      await page.close();
    }
  }

  const load = (page: Page, src: string, policy: string) =>
    page.evaluate(
      `new Promise((resolve) => {
        const picture = new Image();
        picture.referrerPolicy = ${JSON.stringify(policy)};
        picture.onload = picture.onerror = resolve;
        picture.src = ${JSON.stringify(src)};
      }).then(() => undefined)`,
    );
  const ownVpcs = async () =>
    (await localyun.account('other-sites').ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' })).TotalCount;

  /** How many requests the server has refused so; a browser tells nothing of a picture that is none. */
  const refusals = async () => {
    const { text } = await send(localyun.port, 'GET', '/_localyun/requests');
    const requests = JSON.parse(text).requests as { readonly code?: string }[];
    return requests.filter(({ code }) => code === 'Forbidden.WebPage').length;
  };

  it.each([
    ['127.0.0.1', 'no-referrer'],
    ['localhost', 'no-referrer'],
    ['evil.example', 'no-referrer'],
    ['evil.example', 'unsafe-url'],
  ])('makes nothing by a picture from %s with the policy %s', async (name, policy) => {
    const before = await refusals();
    const { port } = site.address() as AddressInfo;
    await at(`http://pages.example:${port}/`, (page) => load(page, addressOf(name, 'CreateVpc'), policy));
    expect(await refusals()).toBe(before + 1);
    expect(await ownVpcs()).toBe(0);
  });

  it('reads nothing once its own name leads to the server (DNS rebinding)', async () => {
    const fetched = addressOf('evil.example', 'DescribeVpcs');
    const statuses = await at(addressOf('evil.example', 'CreateVpc'), async (page, status) => [
      status,
      await page.evaluate<number>(`fetch(${JSON.stringify(fetched)}).then(({ status }) => status)`),
    ]);
    expect(statuses).toEqual([403, 403]);
    expect(await ownVpcs()).toBe(0);
  });
});
