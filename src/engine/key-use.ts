import type { Caller } from '../operation/context.ts';
import { sql } from '../store/statement.ts';
import { keep, type Store, StoreUnavailable } from '../store/store.ts';

/** A key that is in use costs one write in this time. */
const notedOnceInMs = 60 * 60 * 1000;
const maxRemembered = 10_000;

const noteUse = sql('UPDATE access_key SET last_used_at_ms = ? WHERE access_key_id = ?');

/** Keeps in the state when each permanent access key was used last, to the hour. */
export class KeyUse {
  readonly #store: Store;
  readonly #notedAtMs = new Map<string, number>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Undefined when the use needs no note. A state that cannot be written does not stop the call. */
  note({ accessKeyId, expiresAtMs }: Caller, nowMs: number): Promise<void> | undefined {
    const notedAtMs = this.#notedAtMs.get(accessKeyId);
    const isNoted = notedAtMs !== undefined && Math.abs(nowMs - notedAtMs) < notedOnceInMs;
    if (isNoted || accessKeyId === '' || expiresAtMs !== 0) return undefined;
    if (this.#notedAtMs.size >= maxRemembered) this.forget();
    this.#notedAtMs.set(accessKeyId, nowMs);
    return this.#write(accessKeyId, nowMs);
  }

  /** Call it when the state was replaced. */
  forget(): void {
    this.#notedAtMs.clear();
  }

  async #write(accessKeyId: string, nowMs: number): Promise<void> {
    try {
      await this.#store.write(async (tx) => keep(await tx.run(noteUse, nowMs, accessKeyId)));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#notedAtMs.delete(accessKeyId);
    }
  }
}
