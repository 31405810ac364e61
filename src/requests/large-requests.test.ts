import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { call, formHeaders, send } from '../../test/support/signed-client.ts';
import { control } from './control.fixture.ts';

const localyun = startTestLocalyun();
const key = { accessKeyId: 'localyun-large', accessKeySecret: 'localyun' };

/** Sends a form that nobody signed; answers what was refused, and what the log has of it. */
async function logged(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({ Version: '2014-05-26', Format: 'JSON', ...form }).toString();
  const { status, text } = await send(localyun.port, 'POST', '/', body, { ...formHeaders, ...headers });
  const answer = JSON.parse(text);
  return { status, answer, log: (await control(localyun, 'GET', `/requests/${answer.RequestId}`)).body };
}

describe('a request with thousands of secrets and a wrong signature', () => {
  it('keeps nobody waiting, and shows none of them', async () => {
    const passwords = Array.from({ length: 4_000 }, (_, at) => `Q${(at * 7_919 + 10_000_019).toString(36)}+/Z`);
    const parameters = {
      RegionId: 'cn-hangzhou',
      ...Object.fromEntries(passwords.map((password, at) => [`P${at}.Password`, password])),
      Y: 'x'.repeat(1_000_000),
    };
    const before = performance.eventLoopUtilization();
    const { text } = await call(localyun.port, { ...key, accessKeySecret: 'wrong' }, 'Vpc', 'DescribeVpcs', parameters);
    // To look for each of them in each of the texts takes ten seconds.
    expect(performance.eventLoopUtilization(before).active).toBeLessThan(3_000);
    const { RequestId, Code } = JSON.parse(text);
    expect(Code).toBe('SignatureDoesNotMatch');
    const [whole, diagnosis] = await Promise.all(
      ['', '/diagnosis'].map(async (path) => (await control(localyun, 'GET', `/requests/${RequestId}${path}`)).body),
    );
    for (const shown of [JSON.stringify(whole), JSON.stringify(diagnosis)]) {
      expect(shown).toContain('P1.Password');
      expect(passwords.filter((password) => shown.includes(password.slice(0, -3)))).toEqual([]);
    }
  });
});

describe('a secret that a message repeats', () => {
  it.each(['JSON', 'XML'] as const)('is masked in the body as %s writes it', async (format) => {
    const form = { Action: 'DescribeRegions', 'X.1.Password': '<"quoted" & more>\\', Format: format };
    const body = new URLSearchParams({ ...form, Version: form['X.1.Password'] }).toString();
    const { headers, text } = await send(localyun.port, 'POST', '/', body, formHeaders);
    expect(text).toContain('quoted');
    const { body: log } = await control(localyun, 'GET', `/requests/${headers['x-acs-request-id']}`);
    expect(log.code).toBe('InvalidVersion');
    expect(log.message).toContain('***');
    expect(log.responseBody).toContain('***');
    expect(`${log.message} ${log.responseBody}`).not.toContain('quoted');
    expect(log.responseBody).toContain('Recommend');
  });
});

describe('names that nobody has', () => {
  const long = 'LTAI'.repeat(100_000);

  it.each([
    ['Action', 404, 'InvalidAction.NotFound', { Action: long }],
    ['Version', 400, 'InvalidVersion', { Action: 'DescribeRegions', Version: long }],
    ['AccessKeyId', 404, 'InvalidAccessKeyId.NotFound', { Action: 'DescribeRegions', AccessKeyId: long }],
  ])('are refused and not repeated: %s', async (_, status, code, form) => {
    const { answer, log, ...refused } = await logged(form);
    expect(refused.status).toBe(status);
    expect(answer.Code).toBe(code);
    expect(answer.Message.length).toBeLessThan(300);
    expect(log.code).toBe(code);
    expect(JSON.stringify(log).length).toBeLessThan(4_000);
  });

  it('are cut in the log where they are no reason to refuse', async () => {
    const { log } = await logged({ Action: 'DescribeRegions' }, { 'user-agent': 'x'.repeat(20_000) });
    expect(log.client.userAgent).toBe(`${'x'.repeat(512)}... (20000 characters)`);
  });
});

it('a list of thousands of ids is not repeated by what refuses it', async () => {
  const ids = JSON.stringify(Array.from({ length: 5_000 }, (_, at) => `i-${at}`));
  const { text } = await call(localyun.port, key, 'Ecs', 'DescribeInstances', {
    RegionId: 'cn-hangzhou',
    InstanceIds: ids,
  });
  const { Code, Message } = JSON.parse(text);
  expect(Code).toBe('InvalidInstanceIds.Malformed');
  expect(Message).toContain('["i-0","i-1"');
  expect(Message.length).toBeLessThan(1_500);
});

it('the diagnosis of a wrong V3 signature shows no security token', async () => {
  const names = 'host;x-acs-action;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version';
  const { text } = await send(localyun.port, 'POST', '/?RegionId=cn-hangzhou', '', {
    host: 'localhost',
    accept: 'application/json',
    'x-acs-action': 'DescribeVpcs',
    'x-acs-date': `${new Date().toISOString().slice(0, 19)}Z`,
    'x-acs-security-token': 'Token-that-nobody-reads',
    'x-acs-signature-nonce': 'nonce',
    'x-acs-version': '2016-04-28',
    authorization: `ACS3-HMAC-SHA256 Credential=localyun,SignedHeaders=${names},Signature=00`,
  });
  const { RequestId, Code } = JSON.parse(text);
  expect(Code).toMatch(/^(SignatureDoesNotMatch|InvalidSecurityToken)/);
  const { body } = await control(localyun, 'GET', `/requests/${RequestId}/diagnosis`);
  expect(JSON.stringify(body)).not.toContain('Token-that-nobody-reads');
});
