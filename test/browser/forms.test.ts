import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const RegionId = 'cn-hangzhou';

describeInBrowser('the forms of actions', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  it('are sent by Enter, lead to the Explorer with what they hold, and give the focus back', async () => {
    const owner = localyun.account();
    const { page } = await browser.open({ hash: '#/resources/vpcs', account: owner.accessKeyId });
    const opener = page.getByRole('button', { name: 'Create VPC' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Create VPC' });
    await form.getByLabel('Name').fill('by-enter');
    const link = form.getByRole('link', { name: 'Open in Explorer' });
    await expect.poll(() => link.getAttribute('href')).toContain('VpcName=by-enter');
    await form.getByLabel('Name').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'by-enter' }).waitFor();
    expect((await owner.ok('Vpc', 'DescribeVpcs', { RegionId, VpcName: 'by-enter' })).TotalCount).toBe(1);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await expect.poll(focused).toBe('Create VPC');
    await page.keyboard.press('Enter');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Create VPC');
  });

  it('take a description away that is emptied, and leave the name that is not', async () => {
    const owner = localyun.account();
    const made = { RegionId, VpcName: 'named', Description: 'in the way' };
    const { VpcId } = await owner.ok('Vpc', 'CreateVpc', made);
    await localyun.advance(60_000);
    const { page } = await browser.open({ hash: `#/resources/vpcs/${VpcId}`, account: owner.accessKeyId });
    await page.getByRole('dialog').first().getByRole('button', { name: 'Modify' }).click();
    const form = page.getByRole('dialog', { name: 'Modify' });
    await form.getByLabel('Description').fill('');
    await form.getByRole('button', { name: 'Modify' }).click();
    await page.getByText('ModifyVpcAttribute succeeded').waitFor();
    const [vpc] = (await owner.ok('Vpc', 'DescribeVpcs', { RegionId, VpcId })).Vpcs.Vpc;
    expect(vpc).toMatchObject({ VpcName: 'named', Description: '' });
  });

  it('of reachability take an answer back when the question changes, and ask for a port', async () => {
    const owner = localyun.account();
    const network = await owner.network();
    const ends = [await owner.createNetworkInterface(network), await owner.createNetworkInterface(network)];
    await localyun.advance(60_000);
    const console = await browser.open({ hash: '#/topology', account: owner.accessKeyId });
    const { page } = console;
    for (const [index, { NetworkInterfaceId }] of ends.entries()) {
      await page.getByRole('combobox', { name: ['From', 'To'][index]!, exact: true }).fill(NetworkInterfaceId);
      await page.keyboard.press('Tab');
    }
    await page.getByRole('button', { name: 'Ask' }).click();
    const answer = page.getByText(/can(not)? reach \d/);
    await answer.waitFor();
    await page.getByLabel('on port').fill('443');
    await answer.waitFor({ state: 'detached' });
    await page.getByLabel('on port').fill('');
    await page.getByRole('button', { name: 'Ask' }).click();
    const refusal = page.getByText('port: must be given for TCP and UDP');
    await refusal.waitFor();
    await page.getByLabel('on port').fill('8080');
    await refusal.waitFor({ state: 'detached' });
    console.forgive(/status of 400/);
  });
});

describeInBrowser('a page', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  it('comes once the server answers again, that was away when it was first looked at', async () => {
    const console = await browser.open({ hash: '#/nowhere' });
    const { page } = console;
    await page.getByText('There is no such page').waitFor();
    await page.route('**/_localyun/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Levers' }).click();
    await page.getByText('The server does not answer').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The server does not answer').waitFor();
    await page.unroute('**/_localyun/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Levers' }).waitFor();
    console.forgive(/ERR_FAILED|could not be loaded/);
  });

  it('comes too when another was looked at meanwhile', async () => {
    const console = await browser.open({ hash: '#/nowhere' });
    const { page } = console;
    await page.route('**/assets/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Leaks' }).click();
    await page.getByText('The server does not answer').waitFor();
    await page.unroute('**/assets/**');
    await page.getByRole('link', { name: 'Levers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Levers' }).waitFor();
    await page.getByRole('link', { name: 'Leaks' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leaks' }).waitFor();
    console.forgive(/ERR_FAILED|could not be loaded/);
  });

  it('of requests shows also what is answered while it reads the list', async () => {
    const owner = localyun.account();
    const console = await browser.open({ hash: '#/nowhere', account: owner.accessKeyId });
    await console.page.route('**/_localyun/requests?*', async (route) => {
      const response = await route.fetch();
      await owner.refused('Vpc', 'DeleteVpc', { RegionId, VpcId: 'vpc-between' });
      await route.fulfill({ response });
    });
    await console.open(`http://127.0.0.1:${localyun.port}/_localyun/#/requests`);
    await console.page.getByText('live', { exact: true }).waitFor();
    await console.page.getByRole('link', { name: 'DeleteVpc' }).waitFor();
  });
});

describeInBrowser('the form for the control token', () => {
  const localyun = startTestLocalyun({ controlToken: 'sesame' });
  const browser = startTestBrowser(localyun);

  it('takes none that no header can carry, and asks again for one that was kept', async () => {
    const console = await browser.open();
    const { page } = console;
    const token = page.getByLabel('Token', { exact: true });
    await token.fill('\u5bc6');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('It has characters that no header can carry').waitFor();
    await page.getByText('This server asks for its control token').waitFor();
    await page.evaluate(`sessionStorage.setItem('localyun-console', '{"controlToken":"\\u5bc6"}')`);
    await page.reload();
    await page.getByText('This is not the control token of the server').waitFor();
    await token.fill('sesame');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByLabel(/^RegionId/).waitFor();
    console.forgive(/status of 401/);
  });
});
