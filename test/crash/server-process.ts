import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** Ends it without a word, as a power cut or the kernel does. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

interface Starting {
  readonly child: ChildProcess;
  /** What it has said on standard error. */
  said(): string;
  /** Rejects when it ends before it serves. */
  readonly serves: Promise<ServerProcess>;
}

/** Starts the built command and waits until it serves. @throws Error with what it said when it does not */
export function startServerProcess(cli: string, args: readonly string[]): Promise<ServerProcess> {
  return start(cli, args).serves;
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

function start(cli: string, args: readonly string[]): Starting {
  const child = spawn(process.execPath, [cli, 'start', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const serves = async (): Promise<ServerProcess> => {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^localyun ready on .*:(\d+)$/.exec(line)?.[1];
      if (port !== undefined) {
        return { port: Number(port), kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
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
