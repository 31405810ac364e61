import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** From spawning to the line that says it serves, in milliseconds. */
  readonly readyMs: number;
  residentMib(): number;
  /** The CPU time that all its threads have used so far, in microseconds; not a number where the system does not tell. */
  cpuUs(): number;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Starts `node` with these arguments and waits for a line that ends in the port. */
export function startProcess(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /(\d+)\s*$/.exec(chunk.toString())?.[1];
      if (port === undefined) return;
      const readyMs = performance.now() - startedAt;
      resolve({
        port: Number(port),
        readyMs,
        residentMib: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
        cpuUs: () => cpuUs(child.pid),
        signal: (name) => void child.kill(name),
        stop: () => stop(child),
      });
    });
  });
}

/** Linux counts it in nanoseconds for each thread; `ps` and the like know hundredths of a second only. */
function cpuUs(pid: number | undefined): number {
  const tasks = `/proc/${pid}/task`;
  try {
    return readdirSync(tasks).reduce((sum, task) => sum + threadUs(`${tasks}/${task}/schedstat`), 0);
  } catch {
    return Number.NaN;
  }
}

function threadUs(file: string): number {
  return Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1000;
}

function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
