import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConsoleFile } from '../../src/control/console-files.ts';
import { type Server, startServer } from '../../src/server.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';

describe('the files of the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-console-'));
  const built = [pathToFileURL(`${folder}/`)];
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'secret.txt'), 'no');
    writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'run()');
    writeFileSync(join(folder, 'assets', 'logo.svg'), '<svg/>');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are a page that is asked for anew and assets that are kept, under a strict policy', async () => {
    const page = (await findConsoleFile('/', built))!;
    expect([page.status, String(page.body)]).toEqual([200, '<!doctype html>']);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'x-content-type-options': 'nosniff',
    });
    const script = (await findConsoleFile('/assets/index-1a2b.js', built))!;
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await findConsoleFile('/assets/logo.svg', built))!.headers['content-type']).toBe('image/svg+xml');
  });

  it.each([
    '/assets/none.js',
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/',
    '/assets',
    '/secret.txt',
  ])('do not have %s', async (path) => expect(await findConsoleFile(path, built)).toBeUndefined());

  it('are said to be missing where they were not built', async () => {
    const page = (await findConsoleFile('/', []))!;
    expect(page).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(page.body).toContain('npm run build');
  });
});

describe('a browser', () => {
  const localyun = startTestLocalyun();
  const host = () => `127.0.0.1:${localyun.port}`;
  const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  it('that is led to the console by hand or by a link is let through', async () => {
    for (const site of ['none', 'cross-site', 'same-origin']) {
      const { status } = await send(localyun.port, 'GET', '/_localyun/', '', {
        host: host(),
        'sec-fetch-site': site,
        ...link,
      });
      expect({ site, isForbidden: status === 403 }).toEqual({ site, isForbidden: false });
    }
    expect(await send(localyun.port, 'GET', '/_localyun')).toMatchObject({
      status: 308,
      headers: { location: '/_localyun/' },
    });
  });

  it('that frames the console, or follows a link to a call, is not', async () => {
    const frame = { ...link, 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' };
    expect((await send(localyun.port, 'GET', '/_localyun/', '', { host: host(), ...frame })).status).toBe(403);
    const call = { ...link, 'sec-fetch-site': 'cross-site' };
    expect((await send(localyun.port, 'GET', '/_localyun/accounts', '', { host: host(), ...call })).status).toBe(403);
    const rebound = { host: 'evil.example', 'sec-fetch-site': 'none', ...link };
    expect((await send(localyun.port, 'GET', '/_localyun/', '', rebound)).status).toBe(403);
  });
});

describe('with a token', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer({ port: 0, logLevel: 'error', controlToken: 'opensesame' });
  });
  afterAll(() => server.close());

  it('the page needs none, and every call does', async () => {
    expect((await send(server.port, 'GET', '/_localyun/')).status).not.toBe(401);
    expect((await send(server.port, 'GET', '/_localyun/assets/none.js')).status).toBe(404);
    for (const path of ['/accounts', '/openapi.json', '/metrics', '/nothing']) {
      expect((await send(server.port, 'GET', `/_localyun${path}`)).status).toBe(401);
    }
    const authorization = 'Bearer opensesame';
    expect((await send(server.port, 'GET', '/_localyun/accounts', '', { authorization })).status).toBe(200);
  });
});
