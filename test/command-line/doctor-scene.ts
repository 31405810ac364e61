import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { examine } from '../../src/command-line/doctor/examine.ts';
import type { Environment, Finding } from '../../src/command-line/doctor/finding.ts';
import { builtCommand } from '../support/built-command.ts';

/** How the command is run: by which flags of Node, as which file, with which variables, as whom. */
interface RunOptions {
  readonly node?: readonly string[];
  readonly cli?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** A folder for each test, the built command, and what the doctor finds there. Call it once a file. */
export function startDoctorScene() {
  let command = '';
  let folder = '';
  const closing: (() => unknown)[] = [];

  beforeAll(async () => {
    command = await builtCommand();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'localyun-doctor-'));
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the doctor finds, by check, with flags as they were read. Nothing of this process's environment counts. */
  async function findings(flags: Record<string, unknown> = {}, environment: Environment = {}): Promise<Finding[]> {
    return [...(await examine({ flags: { dataDir: join(folder, 'state'), ...flags }, environment }))];
  }

  async function found(check: string, flags: Record<string, unknown> = {}, environment: Environment = {}) {
    return (await findings(flags, environment)).filter((finding) => finding.check === check);
  }

  /** Runs the built command. */
  function run(args: readonly string[], { node = [], cli = command, environment = {}, uid }: RunOptions = {}) {
    const env = { PATH: process.env.PATH, ...environment };
    const options = { cwd: folder, env, ...(uid === undefined ? {} : { uid }) };
    return new Promise<{ code: number; out: string; error: string }>((resolve) => {
      execFile(process.execPath, [...node, cli, 'doctor', ...args], options, (failure, out, error) => {
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
      });
    });
  }

  /** Listens on a free port until the test is over. */
  async function listen(server: net.Server): Promise<number> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    return (server.address() as net.AddressInfo).port;
  }

  function put(name: string, text: string): string {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  return {
    get command() {
      return command;
    },
    get folder() {
      return folder;
    },
    findings,
    found,
    run,
    listen,
    put,
    /** Calls something when the test is over. `endNow` calls what was given last, at once. */
    atEnd: (close: () => unknown) => closing.push(close),
    endNow: async () => closing.pop()?.(),
  };
}

export const problem = (says: RegExp, todo: RegExp = /./) => [
  {
    check: expect.any(String),
    outcome: 'problem',
    says: expect.stringMatching(says),
    todo: expect.stringMatching(todo),
  },
];
export const warning = (says: RegExp, todo: RegExp = /./) => [{ ...problem(says, todo)[0], outcome: 'warning' }];
export const ok = (says: RegExp) => [{ check: expect.any(String), outcome: 'ok', says: expect.stringMatching(says) }];
