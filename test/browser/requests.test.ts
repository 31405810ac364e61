import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { call } from '../support/signed-client.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const views = [1280, 400].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })));

describeInBrowser('the Error Center and the page of requests', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  /** A deletion that is refused because the interface is attached, and where its error answer leads. */
  async function refusedDeletion() {
    const owner = localyun.account();
    const network = await owner.network();
    const instanceId = await owner.runInstance(network);
    const { NetworkInterfaceId } = await owner.createNetworkInterface(network);
    const RegionId = network.regionId;
    await owner.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId: instanceId });
    await localyun.advance(60_000);
    const answer = await owner.call('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    const { Recommend, RequestId } = JSON.parse(answer.text) as { Recommend: string; RequestId: string };
    return { owner, network, NetworkInterfaceId, instanceId, Recommend, RequestId };
  }

  it('lead from the error answer itself to what refused it and to what would make it succeed', async () => {
    const { owner, Recommend, NetworkInterfaceId, instanceId } = await refusedDeletion();
    const console = await browser.open({ account: owner.accessKeyId });
    await console.open(Recommend);
    await console.page.getByText('InvalidOperation.InvalidEniState (400)').waitFor();
    await console.page.getByText('The rule that refused it: state').waitFor();
    await console.page.getByRole('region', { name: NetworkInterfaceId }).waitFor();
    await console.picture('diagnosis');
    const [detach, , again] = await console.page.getByRole('listitem').filter({ hasText: NetworkInterfaceId }).all();
    expect(await detach!.textContent()).toContain('DetachNetworkInterface');
    expect(await again!.textContent()).toContain('DeleteNetworkInterface');
    await console.page.getByRole('link', { name: 'DetachNetworkInterface' }).click();
    await expect.poll(() => console.page.url()).toContain(`#/explorer/Ecs/DetachNetworkInterface`);
    expect(console.page.url()).toContain(`InstanceId=${instanceId}`);
  });

  it('send the way out as who was refused, whomever the header shows', async () => {
    const { owner, Recommend } = await refusedDeletion();
    const console = await browser.open();
    await console.open(Recommend);
    await console.page.getByRole('link', { name: 'DetachNetworkInterface' }).click();
    await console.page
      .locator('.send-bar')
      .getByRole('button', { name: `${owner.accessKeyId} as root` })
      .waitFor();
    expect(console.page.url()).not.toContain('as=');
    await console.page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    await console.page.getByRole('region', { name: 'Results' }).getByText('200', { exact: true }).waitFor();
  });

  it('repeat a call as the user who made it, permit it as the root, and tell when the key of the user is gone', async () => {
    const owner = localyun.account();
    await owner.ok('Ram', 'CreateUser', { UserName: 'alice' });
    const { AccessKeyId, AccessKeySecret } = (await owner.ok('Ram', 'CreateAccessKey', { UserName: 'alice' }))
      .AccessKey;
    const key = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret };
    const refused = await call(localyun.port, key, 'Vpc', 'DescribeVpcs', { RegionId: 'cn-beijing' });
    const { page } = await browser.open({ hash: `#/requests/${JSON.parse(refused.text).RequestId}` });
    const sender = (label: string) =>
      page.locator('.send-bar').getByRole('button', { name: `${owner.accessKeyId} as ${label}` });
    await page.getByRole('link', { name: 'Explorer', exact: true }).click();
    await sender('user alice').waitFor();
    await page.goBack();
    await page.getByRole('listitem').filter({ hasText: 'as root' }).getByRole('link').first().click();
    await sender('root').waitFor();
    await owner.ok('Ram', 'DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: AccessKeyId });
    await page.goto(`${page.url().split('#')[0]}#/explorer/Vpc/DescribeVpcs?as=${owner.accountId}&key=${AccessKeyId}`);
    await page.getByText('The header does not show whom this address is about').waitFor();
    await page.getByRole('button', { name: `Send as root of ${owner.accessKeyId}` }).click();
    await page.getByText('The header does not show whom this address is about').waitFor({ state: 'detached' });
    await sender('root').waitFor();
  });

  it('show requests as they are answered, and only those that are looked for', async () => {
    const owner = localyun.account();
    const console = await browser.open({ hash: `#/requests?q=${owner.accessKeyId}`, account: owner.accessKeyId });
    await console.page.getByText('live', { exact: true }).waitFor();
    await owner.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
    await console.page.getByRole('link', { name: 'DescribeVpcs' }).waitFor();
    await owner.refused('Vpc', 'DeleteVpc', { RegionId: 'cn-hangzhou', VpcId: 'vpc-gone' });
    await console.page.getByRole('link', { name: 'DeleteVpc' }).waitFor();
    await console.page.getByRole('checkbox', { name: 'Only refused ones' }).check();
    await console.page.getByText('1 shown').waitFor();
    await console.picture('requests');
    await console.page.getByRole('link', { name: 'DeleteVpc' }).click();
    await console.page.getByRole('heading', { name: 'DeleteVpc' }).waitFor();
    await console.page.getByText('vpc-gone').first().waitFor();
    await console.page.goBack();
    expect(await console.page.getByRole('searchbox', { name: 'Filter' }).inputValue()).toBe(owner.accessKeyId);
    await console.page.getByRole('searchbox', { name: 'Filter' }).fill('DeleteVpc vpc-gone');
    await console.page.getByRole('link', { name: 'DeleteVpc' }).click();
    await console.page.getByRole('heading', { name: 'DeleteVpc' }).waitFor();
    await console.page.goBack();
    expect(await console.page.getByRole('searchbox', { name: 'Filter' }).inputValue()).toBe('DeleteVpc vpc-gone');
  });

  it('find an error code by what it is about, and tell who got it lately', async () => {
    const { owner, RequestId } = await refusedDeletion();
    const console = await browser.open({ hash: '#/errors', account: owner.accessKeyId });
    await console.page.getByRole('searchbox', { name: 'Search' }).fill('InvalidEniState DeleteNetworkInterface');
    await console.page.getByRole('link', { name: 'InvalidOperation.InvalidEniState' }).click();
    await console.page.getByRole('heading', { name: 'InvalidOperation.InvalidEniState' }).waitFor();
    await console.page.getByRole('link', { name: RequestId }).waitFor();
    await console.picture('error');
    expect(await console.page.getByRole('link', { name: 'DeleteNetworkInterface' }).first().getAttribute('href')).toBe(
      '#/explorer/Ecs/DeleteNetworkInterface',
    );
  });

  it.each(views)('fit into $width pixels and are accessible in $theme', async ({ width, theme }) => {
    const { owner, RequestId } = await refusedDeletion();
    for (const place of ['requests', `requests/${RequestId}`, 'errors', 'errors/InvalidOperation.InvalidEniState']) {
      const console = await browser.open({ hash: `#/${place}`, account: owner.accessKeyId, width, theme });
      await console.page
        .getByText(/DeleteNetworkInterface|[0-9] codes/)
        .first()
        .waitFor();
      await console.picture(`${place.split('/').join('-').slice(0, 20)}-${width}-${theme}`);
      expect(await console.overflow(), place).toBe(0);
      expect(await console.barriers(), place).toEqual([]);
    }
  });
});
