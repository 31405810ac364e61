import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TransitionProfile } from '../../src/engine/transitions.ts';
import type { LocalyunOptions } from '../../src/options.ts';
import { type Server, startServer } from '../../src/server.ts';
import { type TestLocalyun, testDatabaseUrl } from './localyun.ts';
import { TestAccount } from './test-account.ts';

/** A server that can be stopped and started again on the same state. */
export class RestartingLocalyun implements TestLocalyun {
  readonly #options: LocalyunOptions;
  readonly #cleanUp: () => void;
  #server: Server | undefined;

  constructor() {
    const databaseUrl = testDatabaseUrl();
    const folder = databaseUrl === undefined ? mkdtempSync(join(tmpdir(), 'localyun-restart-')) : undefined;
    this.#options = { port: 0, logLevel: 'error', ...(folder === undefined ? { databaseUrl } : { dataDir: folder }) };
    this.#cleanUp = () => folder && rmSync(folder, { recursive: true, force: true });
  }

  get server(): Server {
    return this.#server!;
  }

  get port(): number {
    return this.server.port;
  }

  account(name: string): TestAccount {
    return new TestAccount(this, name);
  }

  async advance(milliseconds: number): Promise<void> {
    await this.server.levers.advance(milliseconds);
  }

  async start(transitions: TransitionProfile): Promise<void> {
    this.#server = await startServer({ ...this.#options, transitions });
  }

  async restart(transitions: TransitionProfile): Promise<void> {
    await this.server.close();
    await this.start(transitions);
  }

  async close(): Promise<void> {
    await this.#server?.close();
    this.#cleanUp();
  }
}
