import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { prepareAll } from '../../../test/clients/toolchains/toolchains.ts';

const execute = promisify(execFile);
const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder of this file's own from which the packages of the repository are found. */
export function sampleFolder(): string {
  const folder = mkdtempSync(path.join(repository, 'node_modules/.localyun-samples-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program and gives what it printed; what went wrong is in the error. */
export async function runProgram(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(command, args, {
    cwd,
    maxBuffer: 2 ** 26,
    env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null' },
  });
  return stdout;
}

export function isThere(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Runs what a sample says, in its language, and gives the JSON that it printed. */
export type RunText = (text: string) => Promise<unknown>;

export function typescriptRunner(folder: string): RunText {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return async (text) => {
    writeFileSync(path.join(folder, 'call.mts'), text);
    return JSON.parse(await runProgram(process.execPath, ['--import', tsx, 'call.mts'], folder));
  };
}

/** Those of the other SDKs whose toolchain is there, and what is missing of the others. */
export async function otherRunners(folder: string): Promise<{
  readonly runners: ReadonlyMap<string, RunText>;
  readonly missing: readonly string[];
}> {
  const runners = new Map<string, RunText>();
  const missing: string[] = [];
  for (const one of await prepareAll()) {
    if ('missing' in one) missing.push(`${one.language}: ${one.missing}`);
    else
      for (const program of one.programs.slice(0, 1))
        runners.set(one.language, runnerOf(one.language, program, folder));
  }
  return { runners, missing };
}

function runnerOf(
  language: string,
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  folder: string,
): RunText {
  const own = path.join(folder, language);
  mkdirSync(own);
  if (language === 'Go') {
    // The versions that are tested elsewhere, and are in Go's caches.
    for (const file of ['go.mod', 'go.sum'])
      cpSync(path.join(repository, 'test/clients/go', file), path.join(own, file));
  }
  return async (text) => {
    const file = { Python: 'call.py', Go: 'main.go', Java: 'Call.java' }[language] ?? 'call';
    writeFileSync(path.join(own, file), text);
    if (language === 'Python') return JSON.parse(await runProgram(command, [file], own));
    if (language === 'Go') return JSON.parse(await runProgram('go', ['run', '-mod=mod', '.'], own));
    const classpath = args[args.indexOf('-cp') + 1] ?? '';
    return JSON.parse(await runProgram(command, ['-XX:TieredStopAtLevel=1', '-cp', classpath, file], own));
  };
}
