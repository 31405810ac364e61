import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionNames, serverOptions } from '../../src/command-line/server-options.ts';
import { ConfigurationRefused, type LocalyunOptions, startLocalyun } from '../../src/index.ts';

/** What a program without types gives. */
async function refusal(options: unknown): Promise<unknown> {
  return startLocalyun(options as LocalyunOptions).then(
    async (localyun) => {
      await localyun.close();
      return 'started';
    },
    (error: unknown) => error,
  );
}

describe('an option of the library', () => {
  it.each([
    [{ history: -5 }, 'history: -5 is not a whole number from 0 to 10000000'],
    [{ port: 'abc' }, 'port: "abc" is not a whole number from 0 to 65535'],
    [{ port: null }, 'port: null is not a whole number from 0 to 65535'],
    [{ host: '' }, 'host: "" is not text that is not empty'],
    [{ dataDir: '' }, 'dataDir: "" is not text that is not empty'],
    [{ certificateDir: 7 }, 'certificateDir: 7 is not text that is not empty'],
    [{ databaseUrl: '' }, 'databaseUrl: "" is not text that is not empty'],
    [{ transitions: 'slow' }, 'transitions: "slow" is not one of instant, fast, real, manual'],
    [{ auth: 'none' }, 'auth: "none" is not one of strict, off'],
    [{ denialCode: 'Foo' }, 'denialCode: "Foo" is not one of Forbidden.RAM, Forbidden.SubUser'],
    [{ requestLog: -1 }, 'requestLog: -1 is not a whole number from 0 to 1000000'],
    [{ requestLog: Number.NaN }, 'requestLog: NaN is not a whole number from 0 to 1000000'],
    [{ timestampWindowMs: 'x' }, 'timestampWindowMs: "x" is not a whole number from 0 to 9007199254740991'],
    [{ randomSeed: 'abc' }, 'randomSeed: "abc" is not a whole number from 0 to 4294967295'],
    [{ refuseUsedNonces: 'no' }, 'refuseUsedNonces: "no" is not true or false'],
    [{ nextTokenOnLastPage: 1 }, 'nextTokenOnLastPage: 1 is not true or false'],
    [{ logLevel: 'loud' }, 'logLevel: "loud" is not one of silent, error, warn, info, debug'],
    ['memory', 'the options are not an object: "memory"'],
    [null, 'the options are not an object: null'],
  ])('is refused with the value and what it has to be: %j', async (options, message) => {
    const refused = await refusal(options);
    expect(refused).toBeInstanceOf(ConfigurationRefused);
    expect(refused).toMatchObject({ message });
  });

  it('is one that there is', async () => {
    const listed = /^unknown option transistions; the options are host, port, .*transitions, .*seed/;
    expect(await refusal({ transistions: 'fast' })).toMatchObject({ message: expect.stringMatching(listed) });
    expect(await refusal({ memory: true })).toMatchObject({
      message: expect.stringMatching(/^unknown option memory;/),
    });
  });

  it('is told together with the others that are wrong', async () => {
    expect(await refusal({ port: -1, history: 0, auth: true })).toMatchObject({
      message: 'port: -1 is not a whole number from 0 to 65535\nauth: true is not one of strict, off',
    });
  });

  it('that is a secret is not told', async () => {
    for (const name of ['controlToken', 'databaseUrl']) {
      const message = `${name}: what is given is not text that is not empty`;
      expect(await refusal({ [name]: ['hidden'] })).toMatchObject({ message });
    }
  });

  it('is as if it was not given when it is undefined', async () => {
    const names = [...optionNames, 'certificateDir', 'timestampWindowMs', 'refuseUsedNonces', 'unheardOf'];
    const options = { ...Object.fromEntries(names.map((name) => [name, undefined])), logLevel: 'error' };
    await using localyun = await startLocalyun(options as LocalyunOptions);
    expect(localyun.host).toMatch(/^127\.0\.0\.1:/);
    expect(localyun.port).not.toBe(serverOptions.port.default);
    expect(await localyun.health()).toMatchObject({ status: 'ok' });
  });

  it('is refused before anything is made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'localyun-options-'));
    try {
      expect(await refusal({ dataDir: join(folder, 'state'), port: 70_000 })).toBeInstanceOf(ConfigurationRefused);
      expect(existsSync(join(folder, 'state'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
