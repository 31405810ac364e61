import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildInto } from '../../tools/build.ts';

const cache = join(import.meta.dirname, '../../node_modules/.cache');
const prefix = 'localyun-built-';
let built: Promise<string> | undefined;

/** The command as it is shipped, built once for all the test files of a process: the path of `cli.js`. */
export function builtCommand(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  removeThoseOfEndedProcesses();
  const folder = join(cache, `${prefix}${process.pid}`);
  await buildInto(folder);
  return join(folder, 'cli.js');
}

/** Processes of tests are ended without a word. */
function removeThoseOfEndedProcesses(): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
