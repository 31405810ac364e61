import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ensureCertificateAuthority } from '../src/gateway/transport/certificates.ts';
import type { LocalyunOptions } from '../src/options.ts';
import { type Server, startServer } from '../src/server.ts';
import { startTestLocalyun } from './support/localyun.ts';
import { formHeaders, send, signedForm, type WireAnswer } from './support/signed-client.ts';
import { signedParameters } from './support/signed-request.ts';

const localyun = startTestLocalyun();
const key = { accessKeyId: 'localyun-security', accessKeySecret: 'localyun' };

const reset = (headers: Record<string, string>, port = localyun.port) =>
  send(port, 'POST', '/_localyun/reset?account=localyun-security', '', headers);
const makeVpc = (headers: Record<string, string>) => {
  const form = signedForm(key, 'Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou', CidrBlock: '10.0.0.0/8' });
  return send(localyun.port, 'POST', '/', form, { ...formHeaders, ...headers });
};
const ownHost = () => `127.0.0.1:${localyun.port}`;

describe('a web page in the browser of whoever runs the server', () => {
  const pages: readonly (readonly [string, () => Record<string, string>])[] = [
    ['of another site', () => ({ host: ownHost(), origin: 'https://evil.example' })],
    ['of another port', () => ({ host: ownHost(), origin: 'http://127.0.0.1:1' })],
    ['in a sandbox', () => ({ host: ownHost(), origin: 'null' })],
    // Under the names of this machine browsers say so; for others see below.
    ['that loads it as a picture', () => ({ host: ownHost(), 'sec-fetch-site': 'cross-site' })],
    [
      'whose own name leads here (DNS rebinding)',
      () => ({ host: 'evil.example:20140', origin: 'http://evil.example:20140' }),
    ],
  ];

  it.each(pages)('%s cannot use the control API', async (_, headers) => {
    const { status, text } = await reset(headers());
    expect({ status, error: JSON.parse(text).error }).toEqual({
      status: 403,
      error: expect.stringContaining('other web sites'),
    });
  });

  it.each(pages)('%s cannot call an operation, though it knows the key', async (_, headers) => {
    expect(codeOf(await makeVpc(headers()))).toBe('403 Forbidden.WebPage');
  });

  it('of the server itself can', async () => {
    const headers = { host: ownHost(), origin: `http://${ownHost()}`, 'sec-fetch-site': 'same-origin' };
    expect((await reset(headers)).status).toBe(200);
    expect((await makeVpc(headers)).status).toBe(200);
  });
});

/** As browsers send it for a picture, or for what a page of that name fetches: nothing marks a GET under such a name. */
const picture = (port: number, headers: Record<string, string>) => {
  const query = signedParameters(key, 'Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' }, { method: 'GET' });
  return send(port, 'GET', `/?${query}`, '', headers);
};

describe('a GET for an operation', () => {
  it.each([
    'evil.example:20140',
    'evil.example',
    '127.0.0.1.evil.example:20140',
    'localhost.evil.example',
    'aliyuncs.com.evil.example',
    'evilaliyuncs.com',
    'evil.example.',
    '0.0.0.0:20140',
    '[::]:20140',
    '[::ffff:7f00:1]:20140',
  ])('under %s is not carried out, for a browser may have sent it for a page', async (host) => {
    expect(codeOf(await picture(localyun.port, { host }))).toBe('403 Forbidden.WebPage');
  });

  it.each([
    '127.0.0.1:20140',
    'localhost:20140',
    '[::1]:20140',
    'localyun.localhost:20140',
    'ecs.cn-hangzhou.aliyuncs.com',
    'vpc.aliyuncs.com:443',
    'localyun:20140',
    'host.docker.internal:20140',
    'localyun.default.svc.cluster.local',
    'localyun.test',
    '10.0.2.2:20140',
  ])('under %s is carried out', async (host) => {
    expect((await picture(localyun.port, { host })).status).toBe(200);
  });

  it.each(['ecs.cn-hangzhou.aliyuncs.com', 'localyun:20140', '127.0.0.1:20140'])(
    'under %s is not carried out for a page of another site that its Referer names',
    async (host) => {
      const from = (referer: string) => picture(localyun.port, { host, referer });
      expect(codeOf(await from('http://evil.example/'))).toBe('403 Forbidden.WebPage');
      expect((await from(`http://${host}/page`)).status).toBe(200);
    },
  );
});

it('the control API is not served under a foreign name, even to what is no browser', async () => {
  expect((await reset({ host: 'evil.example' })).status).toBe(403);
  for (const host of ['localhost:20140', '127.0.0.1', '[::1]:20140', 'localyun.localhost']) {
    expect((await reset({ host })).status).toBe(200);
  }
});

describe('the token of the control API', () => {
  const servers: Server[] = [];
  const start = async (options: LocalyunOptions) => {
    const server = await startServer({ port: 0, logLevel: 'error', ...options });
    servers.push(server);
    return server.port;
  };
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  it('is asked for once it is given, and compared as a whole', async () => {
    const port = await start({ controlToken: 'open sesame' });
    for (const authorization of ['', 'Bearer', 'Bearer open', 'Bearer open sesamE', 'open sesame']) {
      expect((await reset({ authorization }, port)).status).toBe(401);
    }
    expect((await reset({ authorization: 'Bearer open sesame' }, port)).status).toBe(200);
    expect((await send(port, 'GET', '/_localyun/health')).status).toBe(200);
  });

  it('is needed where other machines can reach the server; operations need their signature as ever', async () => {
    const closed = await start({ host: '0.0.0.0' });
    expect(await reset({}, closed)).toMatchObject({ status: 403, text: expect.stringContaining('--control-token') });
    expect((await send(closed, 'GET', '/_localyun/health')).status).toBe(200);
    // Any name may be that of a server that others can reach.
    expect((await picture(closed, { host: 'localyun.example:20140' })).status).toBe(200);
    const referer = 'http://evil.example/';
    expect(codeOf(await picture(closed, { host: 'localyun.example', referer }))).toBe('403 Forbidden.WebPage');
    const open = await start({ host: '0.0.0.0', controlToken: 'open sesame' });
    expect((await reset({}, open)).status).toBe(401);
    expect((await reset({ authorization: 'Bearer open sesame' }, open)).status).toBe(200);
  });
});

describe('what is kept on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-security-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const rights = (name: string) => (statSync(join(folder, 'state', name)).mode & 0o777).toString(8);

  it('only its owner can read: the state, its log and the key of the certificate authority', async () => {
    const server = await startServer({ port: 0, dataDir: join(folder, 'state'), logLevel: 'error' });
    const authority = await ensureCertificateAuthority(join(folder, 'state'));
    expect(rights('.')).toBe('700');
    expect([rights('localyun.db'), rights('localyun.db-wal')]).toEqual(['600', '600']);
    const keys = authority.replace(/\.pem$/, '-key.pem');
    expect((statSync(keys).mode & 0o777).toString(8)).toBe('600');
    await server.close();
  });
});

it('the log has no secret, no password and no signature, however much it says', async () => {
  const cli = ['--import', 'tsx', 'src/cli.ts', 'start', '--port', '0', '--memory', '--log-level', 'debug'];
  const child = spawn(process.execPath, cli, { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk) => (log += chunk));
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const port = Number(/:(\d+)\s*$/.exec(line.toString())?.[1]);
    const password = 'N0body-reads-this';
    const ram = (action: string, parameters: object) =>
      send(port, 'POST', '/', signedForm(key, 'Ram', action, { ...parameters }), formHeaders);
    await ram('CreateUser', { UserName: 'log-reader' });
    const made = JSON.parse((await ram('CreateAccessKey', { UserName: 'log-reader' })).text);
    const profile = await ram('CreateLoginProfile', { UserName: 'log-reader', Password: password });
    expect(profile.status).toBe(200);
    const form = signedForm({ ...key, accessKeySecret: 'wrong' }, 'Ram', 'ListUsers', {});
    expect((await send(port, 'POST', '/', form, formHeaders)).status).toBe(400);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(log).toContain('CreateLoginProfile');
    for (const secret of [made.AccessKey.AccessKeySecret, password, new URLSearchParams(form).get('Signature')]) {
      expect(secret).toMatch(/.{8}/);
      expect(log).not.toContain(secret);
    }
  } finally {
    child.kill('SIGKILL');
  }
}, 30_000);

function codeOf({ status, text }: WireAnswer): string {
  return `${status} ${JSON.parse(text).Code}`;
}
