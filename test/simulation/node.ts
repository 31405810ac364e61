import type { HttpRequest, HttpResponse } from '../../src/gateway/http-message.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimulatedServer } from './simulated-server.ts';

/** A request and its answer are on their way so long at most, in milliseconds. */
const wayMs = 5;
const longestDownMs = 2_000;

/** What is started on a machine. */
export interface Process {
  start(): SimulatedServer;
  /** Ends what is started, as a crash does. */
  kill(): void;
  /** It cannot be started. */
  failed(error: unknown): void;
}

/** A machine that a server runs on. */
export class Node {
  /** How far its clock is from that of everybody. */
  offsetMs = 0;
  readonly #scheduler: Scheduler;
  readonly #process: Process;
  readonly #inFlight = new Set<() => void>();
  #server: SimulatedServer | undefined;
  #isSick = false;

  constructor(scheduler: Scheduler, process: Process) {
    this.#scheduler = scheduler;
    this.#process = process;
  }

  /** Undefined while it does not run. */
  get server(): SimulatedServer | undefined {
    return this.#server;
  }

  /** Whether it runs, and goes on running. */
  get isWell(): boolean {
    return this.#server !== undefined && !this.#isSick;
  }

  start(): void {
    try {
      this.#server = this.#process.start();
      this.#isSick = false;
    } catch (error) {
      this.#process.failed(error);
    }
  }

  /** The process dies; after a while another one takes its place. */
  crash(): void {
    if (this.#server === undefined) return;
    this.#scheduler.note('crash');
    this.#server = undefined;
    this.#process.kill();
    for (const lose of this.#inFlight) lose();
    this.#inFlight.clear();
    void this.#scheduler.pause(longestDownMs, 'start').then(() => this.start());
  }

  /** Whoever runs the server notices in a while, and starts it again. */
  fallSick(): void {
    this.#isSick = true;
    void this.#scheduler.pause(longestDownMs, 'noticed').then(() => this.#isSick && this.crash());
  }

  /** Nothing where the process dies before it has answered. */
  async send(request: HttpRequest): Promise<HttpResponse | undefined> {
    await this.#scheduler.pause(wayMs, 'request');
    const server = this.#server;
    if (server === undefined) return undefined;
    const response = await new Promise<HttpResponse | undefined>((resolve, reject) => {
      const lose = () => resolve(undefined);
      this.#inFlight.add(lose);
      server
        .handle(request)
        .then(resolve, reject)
        .finally(() => this.#inFlight.delete(lose));
    });
    await this.#scheduler.pause(wayMs, 'answer');
    return response;
  }
}
