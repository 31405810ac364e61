import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

describeInBrowser('the OpenAPI Explorer', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  it('finds an operation by the keyboard, sends it, and shows the refusal with the way to its diagnosis', async () => {
    const account = localyun.account();
    const { page } = await browser.open({ account: account.accessKeyId });
    const search = page.getByRole('combobox', { name: 'Operation' });
    await search.focus();
    await page.keyboard.type('deletenetworkinterface');
    await page.keyboard.press('Enter');
    const id = page.getByLabel(/^NetworkInterfaceId/);
    await id.focus();
    await page.keyboard.type('eni-bp1nothere');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const results = page.getByRole('region', { name: 'Results' });
    await results.getByText('InvalidEniId.NotFound', { exact: true }).waitFor();
    const diagnosis = await results.getByRole('link', { name: 'Diagnosis of this request' }).getAttribute('href');
    expect(diagnosis).toMatch(/^#\/requests\/[0-9A-F-]{36}$/);
    expect(await results.getByRole('link', { name: 'All about InvalidEniId.NotFound' }).getAttribute('href')).toBe(
      '#/errors/InvalidEniId.NotFound',
    );
    expect(new URL(page.url()).hash).toBe('#/explorer/Ecs/DeleteNetworkInterface?NetworkInterfaceId=eni-bp1nothere');
  });

  it('is filled in by its address, lists and objects too, and carries the call out', async () => {
    const account = localyun.account();
    const network = await account.network();
    const query = new URLSearchParams({
      VSwitchId: network.vSwitchId,
      'SecurityGroupIds.1': network.securityGroupId,
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a & b',
    });
    const hash = `#/explorer/Ecs/CreateNetworkInterface?${query}`;
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    expect(await page.getByLabel(/^Tag\.1\.Key/).inputValue()).toBe('team');
    await page.getByRole('button', { name: 'Add Tag.2' }).click();
    await page.getByLabel(/^Tag\.2\.Key/).fill('second');
    await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('region', { name: 'Response body' }).getByText('"Available"').waitFor();
    const listed = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId });
    expect(listed.NetworkInterfaceSets.NetworkInterfaceSet[0].Tags.Tag).toEqual([
      expect.objectContaining({ TagKey: 'second' }),
      expect.objectContaining({ TagKey: 'team', TagValue: 'a & b' }),
    ]);
    expect(new URL(page.url()).hash).toContain('Tag.2.Key=second');
  });

  it('offers the ids of what the account has', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { NetworkInterfaceName: 'mine' });
    const hash = '#/explorer/Ecs/DeleteNetworkInterface';
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    await page.getByLabel(/^NetworkInterfaceId/).click();
    await page.getByText(`${NetworkInterfaceId} · mine`).click();
    expect(await page.getByLabel(/^NetworkInterfaceId/).inputValue()).toBe(NetworkInterfaceId);
  });

  it('shows how the call is signed by either scheme, and answers in XML', async () => {
    const account = localyun.account();
    const hash = '#/explorer/Ecs/DescribeRegions';
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    const option = (name: string) => page.locator('.send-bar').getByText(name, { exact: true });
    await page.getByRole('tab', { name: 'Signature' }).click();
    await page.getByRole('button', { name: 'Sign without sending' }).click();
    await page.getByText('ACS3-HMAC-SHA256 Credential=').waitFor();
    expect(await page.getByRole('region', { name: 'Canonical request' }).count()).toBe(2);
    await option('V1').click();
    await option('GET').click();
    await option('XML').click();
    await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    await page.getByText('<RegionId>cn-hangzhou</RegionId>').first().waitFor();
    await page.getByRole('tab', { name: 'Signature' }).click();
    await page
      .getByText(/^GET&%2F&/)
      .first()
      .waitFor();
    expect(await page.getByRole('region', { name: 'Canonical request' }).count()).toBe(0);
  });

  it('sends what is written as JSON, also what the operation has not', async () => {
    const account = localyun.account();
    const hash = '#/explorer/Ecs/DescribeRegions';
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    await page.locator('.explorer-parameters').getByText('JSON', { exact: true }).first().click();
    const editor = page.getByLabel('Parameters as JSON');
    await editor.fill('{"RegionId": ');
    await page.getByText('This is not JSON').waitFor();
    await editor.fill('{"RegionId": "nowhere", "Unheard": [1, {"Of": true}]}');
    await page.getByRole('tab', { name: 'Signature' }).click();
    await page.getByRole('button', { name: 'Sign without sending' }).click();
    await page
      .getByText(/RegionId=nowhere&Unheard\.1=1&Unheard\.2\.Of=true/)
      .first()
      .waitFor();
  });

  it('follows the address, as a form and as JSON, whatever was edited before', async () => {
    const address = (id: string) => `#/explorer/Ecs/DeleteNetworkInterface?NetworkInterfaceId=${id}`;
    const { page } = await browser.open({ hash: address('eni-a') });
    // As somebody does who opens a link, or writes another address.
    const follow = (hash: string) => page.evaluate(`location.assign(${JSON.stringify(hash)})`);
    const id = page.getByLabel(/^NetworkInterfaceId/);
    await id.fill('eni-edited');
    await expect.poll(() => new URL(page.url()).hash).toBe(address('eni-edited'));
    await follow(address('eni-a'));
    await expect.poll(() => id.inputValue()).toBe('eni-a');

    await page.locator('.explorer-parameters').getByText('JSON', { exact: true }).first().click();
    const editor = page.getByLabel('Parameters as JSON');
    await follow(address('eni-b'));
    await expect.poll(async () => JSON.parse(await editor.inputValue())).toEqual({ NetworkInterfaceId: 'eni-b' });
    const written = '{ "NetworkInterfaceId":   "eni-written" }';
    await editor.fill(written);
    expect(await editor.inputValue()).toBe(written);
    await expect.poll(() => new URL(page.url()).hash).toBe(address('eni-written'));
    expect(await editor.inputValue()).toBe(written);
    await follow(address('eni-b'));
    await expect.poll(async () => JSON.parse(await editor.inputValue())).toEqual({ NetworkInterfaceId: 'eni-b' });
  });

  it('keeps line breaks, and takes no offence at half a character', async () => {
    const query = new URLSearchParams({ NetworkInterfaceId: 'eni-a', Description: 'one\ntwo' });
    const { page } = await browser.open({ hash: `#/explorer/Ecs/ModifyNetworkInterfaceAttribute?${query}` });
    const description = page.getByLabel(/^Description/);
    await description.press('Control+End');
    await page.keyboard.type('!');
    expect(await description.inputValue()).toBe('one\ntwo!');
    await expect.poll(() => new URL(page.url()).hash).toContain('Description=one%0Atwo%21');
    await page.getByRole('tab', { name: 'Sample code' }).click();
    await page.locator('.language-choice').getByText('curl', { exact: true }).click();
    await page.locator('.explorer-parameters').getByText('JSON', { exact: true }).first().click();
    await page.getByLabel('Parameters as JSON').fill('{"NetworkInterfaceId": "eni-\\ud83d"}');
    await page.getByRole('region', { name: 'curl program' }).getByText('eni-%EF%BF%BD').first().waitFor();
  });

  it('sends as a user of the account, and as a key that is pasted', async () => {
    const account = localyun.account();
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const hash = '#/explorer/Sts/GetCallerIdentity';
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    const send = async (seen: RegExp | string) => {
      await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
      await page.getByRole('region', { name: 'Response body' }).getByText(seen).first().waitFor();
    };
    await send(/:root"/);
    await page
      .getByRole('button', { name: `${account.accessKeyId} as root` })
      .first()
      .click();
    await page.getByRole('combobox', { name: 'Identity' }).click();
    await page.getByText(/^user alice \(/).click();
    await page.getByRole('button', { name: 'Use it' }).click();
    await send(/:user\/alice"/);
    await page
      .getByRole('button', { name: `${account.accessKeyId} as user alice` })
      .first()
      .click();
    await page.getByText('Paste one').click();
    await page.getByLabel('Access key id').fill(account.accessKeyId);
    await page.getByLabel('Secret').fill('wrong');
    await page.getByRole('button', { name: 'Use it' }).click();
    await send('"SignatureDoesNotMatch"');
  });

  it('sends the next calls with the key that an answer brought', async () => {
    const account = localyun.account();
    await account.ok('Ram', 'CreateUser', { UserName: 'bob' });
    const hash = '#/explorer/Ram/CreateAccessKey?UserName=bob';
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Send the next calls as key' }).click();
    await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    const results = page.getByRole('region', { name: 'Results' });
    await results.getByText('NoPermission', { exact: true }).first().waitFor();
  });

  it('says of an operation that is not implemented what it is answered', async () => {
    const hash = '#/explorer/Ecs/CreateCommand';
    const { page } = await browser.open({ hash });
    await page.getByText('Not implemented here').waitFor();
    await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    await page.getByText('InvalidAction.NotImplemented', { exact: true }).first().waitFor();
  });

  it('writes the call as a program in every language', async () => {
    const account = localyun.account();
    const hash = '#/explorer/Vpc/CreateVpc?CidrBlock=10.0.0.0%2F8&VpcName=a';
    const { page } = await browser.open({ account: account.accessKeyId, hash });
    await page.getByRole('tab', { name: 'Sample code' }).click();
    const programs = {
      TypeScript: "cidrBlock: '10.0.0.0/8'",
      Python: 'cidr_block="10.0.0.0/8"',
      Go: 'SetCidrBlock("10.0.0.0/8")',
      Java: '.setCidrBlock("10.0.0.0/8")',
      'aliyun CLI': '--CidrBlock 10.0.0.0/8',
      curl: 'CidrBlock=10.0.0.0%2F8',
      Terraform: 'resource "alicloud_vpc" "made"',
    };
    for (const [language, text] of Object.entries(programs)) {
      await page.locator('.language-choice').getByText(language, { exact: true }).click();
      const program = page.getByRole('region', { name: `${language} program` });
      await program.getByText(account.accessKeyId).first().waitFor();
      expect(await program.textContent()).toContain(text);
    }
  });

  const views = [1280, 400].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })));
  it.each(views)('fits into $width pixels and is accessible in $theme, whatever is open', async ({ width, theme }) => {
    const account = localyun.account();
    const hash = '#/explorer/Ecs/CreateNetworkInterface?Tag.1.Key=k&DeleteOnRelease=true&QueueNumber=many';
    const console = await browser.open({ account: account.accessKeyId, width, theme, hash });
    const looks = async (name: string) => {
      await console.picture(`explorer-${name}-${width}-${theme}`);
      expect(await console.overflow(), name).toBe(0);
      expect(await console.barriers(), name).toEqual([]);
    };
    const { page } = console;
    await looks('form');
    await page.locator('.send-bar').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('region', { name: 'Response body' }).waitFor();
    await looks('refusal');
    await page.getByRole('tab', { name: 'Signature' }).click();
    await page.getByRole('region', { name: 'String to sign' }).first().waitFor();
    await looks('signature');
    await page.getByRole('tab', { name: 'Sample code' }).click();
    await page.getByRole('region', { name: 'TypeScript program' }).waitFor();
    await looks('samples');
  });
});
