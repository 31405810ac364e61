import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Localyun, startLocalyun } from '../../src/index.ts';
import { builtCommand } from '../support/built-command.ts';

let command: string;
let localyun: Localyun;

beforeAll(async () => {
  command = await builtCommand();
  localyun = await startLocalyun({ logLevel: 'error' });
});
afterAll(() => localyun?.close());

it.each(['errors list', 'config', 'env', 'doctor', '--help', 'health'])(
  'a command whose output nobody reads any more ends without a word: localyun %s',
  async (line) => {
    const env = { PATH: process.env.PATH, LOCALYUN_ENDPOINT: localyun.endpoint, LOCALYUN_PORT: String(localyun.port) };
    const child = spawn(process.execPath, [command, ...line.split(' ')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    // As `| head -0` does.
    child.stdout.destroy();
    let error = '';
    child.stderr.on('data', (chunk) => (error += chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, error]).toEqual([0, '']);
  },
);
