import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** Ends it without a word, as a power cut or the kernel does. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** Starts the built command and waits until it serves. @throws Error with what it said when it does not */
export async function startServerProcess(cli: string, args: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [cli, 'start', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^localyun ready on .*:(\d+)$/.exec(line)?.[1];
    if (port !== undefined) {
      return { port: Number(port), kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
    }
  }
  throw new Error(`the server ended before it served: ${said}`);
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
