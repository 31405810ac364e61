import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { call, formHeaders, send, signedForm } from '../support/signed-client.ts';

const localyun = startTestLocalyun();
const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };
const common = 'Format=JSON&Version=2014-05-26';

/** Sends bytes as they are and reads until the server is done. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(localyun.port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
      socket.end();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(text) : reject(error)));
  });
}

async function stillServes(): Promise<void> {
  expect((await call(localyun.port, key, 'Ecs', 'DescribeRegions', {})).status).toBe(200);
}

describe('which operation', () => {
  it('unknown action, known but not implemented, and unknown version are three different 4xx', async () => {
    const codes: [number, string][] = [];
    for (const [action, version] of [
      ['NoSuchAction', '2014-05-26'],
      ['CreateHpcCluster', '2014-05-26'],
      ['DescribeRegions', '2016-03-14'],
    ]) {
      const { status, text } = await send(localyun.port, 'GET', `/?Format=JSON&Action=${action}&Version=${version}`);
      codes.push([status, JSON.parse(text).Code]);
    }
    expect(codes).toEqual([
      [404, 'InvalidAction.NotFound'],
      [400, 'InvalidAction.NotImplemented'],
      [400, 'InvalidVersion'],
    ]);
  });

  it('no action, no version, another method', async () => {
    const codeOf = async (method: string, path: string) =>
      JSON.parse((await send(localyun.port, method, path)).text).Code;
    expect(await codeOf('GET', '/?Format=JSON')).toBe('MissingParameter');
    expect(await codeOf('GET', '/?Format=JSON&Action=DescribeRegions')).toBe('MissingParameter');
    expect(await codeOf('DELETE', '/?Format=JSON&Action=DescribeRegions&Version=2014-05-26')).toBe(
      'UnsupportedHTTPMethod',
    );
  });
});

describe('every refusal', () => {
  it('has a code, a message, HostId, a unique RequestId that is in the header too, and a page', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      const { headers, text } = await send(localyun.port, 'GET', '/?Format=JSON&Action=X&Version=2014-05-26');
      const body = JSON.parse(text);
      expect(body).toMatchObject({
        RequestId: expect.stringMatching(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/),
        HostId: `127.0.0.1:${localyun.port}`,
        Code: 'InvalidAction.NotFound',
        Message: expect.stringContaining('"X"'),
        Recommend: expect.stringContaining(body.RequestId),
      });
      expect(headers['x-acs-request-id']).toBe(body.RequestId);
      expect(headers['content-type']).toBe('application/json;charset=utf-8');
      ids.add(body.RequestId);
    }
    expect(ids.size).toBe(3);
  });

  it('is XML where nothing asks for JSON', async () => {
    const { headers, text } = await send(localyun.port, 'GET', '/?Action=X&Version=2014-05-26');
    expect(headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(text).toMatch(/<Error><RequestId>.*<Code>InvalidAction.NotFound<\/Code>/s);
  });
});

describe('who calls', () => {
  it('unknown key, wrong secret, old timestamp, used nonce, token without need', async () => {
    const codeOf = (answer: { status: number; text: string }) => [answer.status, JSON.parse(answer.text).Code];
    const unknown = await call(localyun.port, { ...key, accessKeyId: 'LTAI' }, 'Ecs', 'DescribeRegions', {});
    expect(codeOf(unknown)).toEqual([404, 'InvalidAccessKeyId.NotFound']);
    const wrong = await call(localyun.port, { ...key, accessKeySecret: 'x' }, 'Ecs', 'DescribeRegions', {});
    expect(codeOf(wrong)).toEqual([400, 'SignatureDoesNotMatch']);
    expect(JSON.parse(wrong.text).Message).toMatch(
      /^Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AccessKeyId%3Dlocalyun/,
    );
    const old = { Timestamp: '2020-01-01T00:00:00Z' };
    const expired = await signedOnce({ ...old });
    expect(codeOf(expired)).toEqual([400, 'InvalidTimeStamp.Expired']);
    const nonce = { SignatureNonce: `fixed-${Date.now()}` };
    expect((await signedOnce(nonce)).status).toBe(200);
    expect(codeOf(await signedOnce(nonce))).toEqual([400, 'SignatureNonceUsed']);
    expect(codeOf(await signedOnce({ SecurityToken: 'x' }))).toEqual([
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
    ]);
  });

  function signedOnce(overrides: Record<string, string>) {
    const body = signedForm(key, 'Ecs', 'DescribeRegions', {}, overrides);
    return send(localyun.port, 'POST', '/', body, formHeaders);
  }
});

describe('bytes that are no request', () => {
  it('garbage, a bad request line, bad encoding, NUL', async () => {
    expect(await raw('\x00\x01\x02garbage\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw('GET\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    const encoded = await send(localyun.port, 'GET', `/?${common}&Action=DescribeRegions&X=%ZZ`);
    expect([encoded.status, JSON.parse(encoded.text).Code]).toEqual([400, 'InvalidParameter']);
    const nul = await send(localyun.port, 'GET', `/?${common}&Action=DescribeRegions&X=a%00b`);
    expect([nul.status, JSON.parse(nul.text).Code]).toEqual([400, 'InvalidParameter']);
    await stillServes();
  });

  it('names that reach for the prototype', async () => {
    for (const name of ['Tag.__proto__.Key', '__proto__', 'constructor.prototype.x', 'Tag.1.__proto__', 'toString']) {
      const { status } = await call(localyun.port, key, 'Ecs', 'DescribeNetworkInterfaces', {
        RegionId: 'cn-hangzhou',
        [name]: 'polluted',
      });
      expect([200, 400]).toContain(status);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('Key');
    await stillServes();
  });

  it('10,000 parameters', async () => {
    const body = Array.from({ length: 10_000 }, (_, n) => `P${n}=x`).join('&');
    const { status, text } = await send(localyun.port, 'POST', `/?${common}&Action=DescribeRegions`, body, formHeaders);
    expect([status, JSON.parse(text).Code]).toEqual([400, 'InvalidParameter']);
    await stillServes();
  });

  it('a list index out of all proportion, and a very deep name', async () => {
    for (const name of ['NetworkInterfaceId.99999999', `Tag.${'1.'.repeat(50)}Key`]) {
      const { status } = await call(localyun.port, key, 'Ecs', 'DescribeNetworkInterfaces', {
        RegionId: 'cn-hangzhou',
        [name]: 'x',
      });
      expect(status).toBe(400);
    }
  });

  it('a body of 100 MB is refused without being read', async () => {
    const answer = await raw(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${100 * 1024 * 1024}\r\n\r\nAction=`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('RequestEntityTooLarge');
    await stillServes();
  });

  it('headers without end', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    await stillServes();
  });
});

describe('common parameters', () => {
  it('booleans in any case; an empty text counts as absent', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, {
      DeleteOnRelease: 'False',
      PrimaryIpAddress: '',
      NetworkInterfaceName: '',
      ClientToken: '',
    });
    expect((await account.describeNetworkInterface(network, NetworkInterfaceId))?.DeleteOnRelease).toBe(false);
    const refused = await account.refused('Ecs', 'CreateNetworkInterface', {
      RegionId: network.regionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      DeleteOnRelease: 'perhaps',
    });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter' });
    expect(refused.message).toMatch(/"DeleteOnRelease".*"perhaps"/);
  });

  it('the region of the host when none is named', async () => {
    const account = localyun.account();
    const { vSwitchId } = await account.network({ regionId: 'cn-beijing' });
    const caller = { accessKeyId: account.accessKeyId, accessKeySecret: 'localyun' };
    const statusAt = async (host: string) => {
      const body = signedForm(caller, 'Vpc', 'DescribeVSwitchAttributes', { VSwitchId: vSwitchId });
      return (await send(localyun.port, 'POST', '/', body, { ...formHeaders, host })).status;
    };
    expect(await statusAt('vpc.cn-beijing.aliyuncs.com')).toBe(200);
    expect(await statusAt('vpc.cn-hangzhou.aliyuncs.com')).toBe(404);
    expect(await statusAt('vpc.aliyuncs.com')).toBe(200);
  });
});
