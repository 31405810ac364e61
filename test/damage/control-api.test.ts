import { rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createControl } from '../../src/control/control.ts';
import { ControlRefused } from '../../src/control/control-refused.ts';
import { connectLocalyun } from '../../src/index.ts';
import { type Server, startServer } from '../../src/server.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { startWithFailingState } from '../support/failing-state.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';

const localyun = startTestLocalyun();

async function ask(port: number, method: string, path: string, body = '') {
  const { status, text } = await send(port, method, `/_localyun${path}`, body);
  return { status, body: JSON.parse(text) as unknown };
}

/** What a server answers whose levers fail with an error, and what it has told its log. */
async function answered(error: Error) {
  const onFailure = vi.fn();
  const accounts = { ...localyun.server.levers.accounts, list: () => Promise.reject(error) };
  const { levers } = localyun.server;
  const handle = createControl({ ...levers, accounts }, onFailure);
  const request = { method: 'GET', path: '/_localyun/accounts', query: '', headers: {}, body: Buffer.alloc(0) };
  const { status, body } = await handle({ ...request, secure: false, remoteAddress: '127.0.0.1' });
  return { status, body: JSON.parse(String(body)) as unknown, logged: onFailure.mock.calls.flat() };
}

describe('a call of the control API', () => {
  it('is refused with the reason while the state cannot be read', async () => {
    const error = new StoreUnavailable('the state could not be read', { cause: new Error('disk I/O error') });
    expect(await answered(error)).toEqual({
      status: 503,
      body: { error: 'the state could not be read: disk I/O error' },
      logged: [expect.objectContaining({ status: 503, cause: error })],
    });
  });

  it('tells its log alone of a defect', async () => {
    const error = new TypeError('secret of undefined');
    expect(await answered(error)).toEqual({
      status: 500,
      body: { error: 'the call failed by a defect of the server, which its log describes' },
      logged: [error],
    });
  });

  it('tells its log nothing of what was wrong with the call', async () => {
    expect(await answered(new ControlRefused('no', 409))).toEqual({ status: 409, body: { error: 'no' }, logged: [] });
  });
});

describe('a server that cannot write its state', () => {
  it('says so of what would change it, in the form of the control API', async () => {
    const failing = await startWithFailingState();
    try {
      const remote = await connectLocalyun(`http://127.0.0.1:${failing.port}`);
      await failing.breakState();
      let refused: unknown;
      // Where the disk is small, it is filled by what is kept.
      for (let count = 0; refused === undefined && count < 50; count += 1) {
        const ramUsers = Array.from({ length: 500 }, (_, index) => ({
          userName: `user-${count}-${index}`,
          accessKeyId: `key-${count}-${index}`,
          accessKeySecret: 'x'.repeat(128),
        }));
        const seeded = remote.seed({ accounts: [{ accessKeyId: 'localyun', ramUsers }] });
        refused = await seeded.then(
          () => undefined,
          (error: unknown) => error,
        );
      }
      expect(refused).toBeInstanceOf(ControlRefused);
      expect(refused).toMatchObject({ status: 503, message: expect.stringMatching(/^the (state|database) \w+/) });
    } finally {
      await failing.close();
    }
  });
});

describe('a snapshot', () => {
  const folder = join(tmpdir(), `localyun-no-room-${process.pid}`);
  let server: Server | undefined;
  afterEach(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(process.platform !== 'linux')('that finds no room is refused with the reason', async () => {
    server = await startServer({ port: 0, logLevel: 'silent', dataDir: folder });
    // Nobody may make files there, root included.
    symlinkSync('/sys/kernel', join(folder, 'snapshots'));
    const { status, body } = await ask(server.port, 'PUT', '/snapshots/full');
    expect({ status, body }).toEqual({
      status: 503,
      body: { error: expect.stringMatching(/^the file could not be written: .+ \(E[A-Z]+\)$/) },
    });
  });
});
