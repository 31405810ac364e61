import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/command-line/doctor/finding.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { ok, problem, startDoctorScene, warning } from './doctor-scene.ts';

const scene = startDoctorScene();
const { found, run, put } = scene;

describe('what clients read', () => {
  const on = (environment: Environment) => found('client variables', { port: 20_140, host: '192.0.2.1' }, environment);
  const local = (environment: Environment) => found('client variables', { port: 0 }, environment);
  const builtIn = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'localyun', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'localyun' };

  it('leads here', async () => {
    expect(await local({})).toEqual(ok(/none are set/));
    const { out } = await new Promise<{ out: string }>((resolve) => {
      execFile(process.execPath, [scene.command, 'env', '--port', '1'], { env: {} }, (_failure, stdout) =>
        resolve({ out: stdout }),
      );
    });
    const environment = Object.fromEntries(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s, 2)),
    );
    expect(await found('client variables', { port: 1 }, environment)).toEqual(
      ok(/are set, and lead to 127\.0\.0\.1:1$/),
    );
    const named = { ...environment, ECS_ENDPOINT: 'http://localhost:1/' };
    expect(await found('client variables', { port: 1 }, named)).toEqual(ok(/lead to/));
  });

  it.each([
    [{ ALIBABA_CLOUD_ENDPOINT: 'ecs.cn-hangzhou.aliyuncs.com' }, /ALIBABA_CLOUD_ENDPOINT is ecs\.cn-hangzhou/],
    [{ ALIBABA_CLOUD_ENDPOINT_ECS: '192.0.2.1:20141' }, /ALIBABA_CLOUD_ENDPOINT_ECS is 192\.0\.2\.1:20141/],
    [{ ALICLOUD_ECS_ENDPOINT: '127.0.0.1:20140' }, /not this server/],
    [{ ECS_ENDPOINT: '192.0.2.1' }, /ECS_ENDPOINT is 192\.0\.2\.1,/],
    [{ ALICLOUD_CLIENT_SCHEME: 'http' }, /exactly HTTP/],
    [{ ...builtIn, ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tExample' }, /key of Alibaba Cloud/],
    [{ ...builtIn, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'other' }, /SECRET is not the secret of localyun/],
    [{ ALICLOUD_ACCESS_KEY: 'localyun' }, /only one of ALICLOUD_ACCESS_KEY and/],
    [{ ALIBABA_CLOUD_REGION_ID: 'cn-atlantis' }, /no region here/],
  ])('leads elsewhere: %j', async (environment, says) => {
    expect(await on(environment)).toEqual(problem(says));
  });

  it.each([
    [{ ...builtIn, ALIBABA_CLOUD_ACCESS_KEY_ID: 'alice' }, /is alice, known here only if/],
    [{ ALIBABA_CLOUD_PROFILE: 'prod' }, /PROFILE is set/],
    [{ ALIBABA_CLOUD_SECURITY_TOKEN: 'token' }, /SECURITY_TOKEN is set/],
  ])('may lead elsewhere: %j', async (environment, says) => {
    expect(await on(environment)).toEqual(warning(says));
  });

  it('never shows a secret', async () => {
    const environment = {
      ...builtIn,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'hidden',
      ALIBABA_CLOUD_SECURITY_TOKEN: 'hidden',
    };
    expect(JSON.stringify(await on(environment))).not.toContain('hidden');
  });

  it.each([
    [
      { HTTP_PROXY: 'http://proxy:3128' },
      /HTTP_PROXY may catch .*NO_PROXY is not set/,
      'export NO_PROXY=127.0.0.1,localhost',
    ],
    [
      { https_proxy: 'http://proxy', no_proxy: 'a.example' },
      /no_proxy does not/,
      'export no_proxy=a.example,127.0.0.1,localhost',
    ],
    [
      { ALL_PROXY: 'socks5://proxy', NO_PROXY: '127.0.0.1', no_proxy: 'b' },
      /no_proxy does not/,
      'export no_proxy=b,127.0.0.1,localhost',
    ],
    [
      { HTTP_PROXY: 'http://proxy', NO_PROXY: '127.0.0.1:99,10.0.0.0/8,0.0.1' },
      /does not name it/,
      /^export NO_PROXY=/,
    ],
  ])('goes through a proxy: %j', async (environment, says, todo) => {
    expect(await found('proxy', { port: 0 }, environment)).toEqual([
      { ...problem(says)[0], todo: expect.stringMatching(todo) },
    ]);
  });

  it.each(['127.0.0.1', '*', 'x, 127.0.0.0/8', '127.0.0.1:1'])('goes around a proxy: %s', async (list) => {
    const environment = { HTTP_PROXY: 'http://proxy', NO_PROXY: list };
    expect(await found('proxy', { port: 1 }, environment)).toEqual(ok(/HTTP_PROXY, but not for 127\.0\.0\.1/));
  });
});

describe('the server', () => {
  const strict = startTestLocalyun();
  const lax = startTestLocalyun({ auth: 'off' });
  const barred = startTestLocalyun({ seed: { accounts: [{ accessKeyId: 'localyun', active: false }] } });
  const guarded = startTestLocalyun({ controlToken: 'secret-token' });

  it('has another time than this machine', async () => {
    const shift = put(
      'shift.mjs',
      `const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...args) { super(...(args.length === 0 ? [Real.now() + 20 * 60_000] : args)); }
        static now() { return Real.now() + 20 * 60_000; }
      };`,
    );
    const { code, out } = await run(['--port', String(strict.port)], { node: ['--import', shift] });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^problem +clock +the clocks here and at the server differ by (1199|120\d) s: .*refused -> set/m,
    );
    expect(out).toMatch(/^problem +signature +.*InvalidTimeStamp/m);
    expect(await found('clock', { port: strict.port })).toEqual(ok(/agree/));
  });

  it('refuses the key that every server has, or takes any', async () => {
    expect(await found('signature', { port: barred.port })).toEqual(
      problem(/refused: 403 Abs\.InvalidAccount\.NotFound/),
    );
    expect(await found('signature', { port: lax.port })).toEqual(ok(/not checked \(--auth off\)/));
    expect(await found('signature', { port: strict.port })).toEqual(ok(/is answered/));
  });

  it('does not open its control API', async () => {
    expect(await found('control', { port: guarded.port })).toEqual(warning(/answers 401: .*Bearer/, /--control-token/));
    expect(await found('control', { port: guarded.port, controlToken: 'secret-token' })).toEqual(ok(/answers/));
  });

  it('will not open its control API where everybody can reach it', async () => {
    const open = { port: 0, host: '0.0.0.0' };
    expect(await found('control', open)).toEqual(warning(/closed, except for health/, /--control-token/));
    expect(await found('control', { ...open, controlToken: 'secret-token' })).toEqual([]);
    expect(await found('control', { port: 0 })).toEqual([]);
  });

  it('keeps its state elsewhere than configured', async () => {
    const flags = { port: strict.port, dataDir: undefined, databaseUrl: 'postgres://localyun@127.0.0.1:1/none' };
    expect(await found('state', flags)).toEqual(warning(/in sqlite, but the configuration says postgresql/));
  });
});
