import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** Ends it without a word, as a power cut or the kernel does. */
  kill(): Promise<void>;
  /** Ends it in order. @throws Error with what it said when it does not end well */
  stop(): Promise<void>;
  /** What it has said on standard error. */
  said(): string;
}

/** What a process is started with beside the command's arguments. */
export interface ProcessOptions {
  readonly nodeFlags?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
}

interface Starting {
  readonly child: ChildProcess;
  /** What it has said on standard error. */
  said(): string;
  /** Rejects when it ends before it serves. */
  readonly serves: Promise<ServerProcess>;
}

/** Starts the built command and waits until it serves. @throws Error with what it said when it does not */
export function startServerProcess(
  cli: string,
  args: readonly string[],
  options?: ProcessOptions,
): Promise<ServerProcess> {
  return start(cli, args, options).serves;
}

/** Starts the built command, which is to end by itself: with which code, and what it said. */
export async function refusedStart(
  cli: string,
  args: readonly string[],
  options?: ProcessOptions,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { child, serves, said } = start(cli, args, options);
  const exited = once(child, 'exit');
  const server = await serves.catch(() => undefined);
  await server?.kill();
  await exited;
  return { code: child.exitCode, said: said() };
}

/** Starts the built command and kills it after a while, whether it serves by then or not: the answer. */
export async function killWhileStarting(cli: string, args: readonly string[], lifeMs: number): Promise<boolean> {
  const { child, serves, said } = start(cli, args);
  let isServing = false;
  const settled = serves.then(
    () => (isServing = true),
    () => false,
  );
  await sleep(lifeMs);
  const hadEnded = child.exitCode !== null;
  const served = isServing;
  await end(child, 'SIGKILL');
  await settled;
  if (hadEnded) throw new Error(`the server ended before it was killed: ${said()}`);
  return served;
}

function start(cli: string, args: readonly string[], options: ProcessOptions = {}): Starting {
  const { nodeFlags = [], env = process.env, uid } = options;
  const child = spawn(process.execPath, [...nodeFlags, cli, 'start', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    ...(uid === undefined ? {} : { uid }),
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const serves = async (): Promise<ServerProcess> => {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^localyun ready on .*:(\d+)$/.exec(line)?.[1];
      if (port !== undefined) {
        const stop = async (): Promise<void> => {
          await end(child, 'SIGTERM');
          if (child.exitCode) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
        };
        return { port: Number(port), kill: () => end(child, 'SIGKILL'), stop, said: () => said };
      }
    }
    throw new Error(`the server ended before it served: ${said}`);
  };
  return { child, said: () => said, serves: serves() };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
