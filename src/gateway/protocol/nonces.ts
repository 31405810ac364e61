import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from './refusals.ts';
import { defaultTimestampWindowMs } from './timestamp.ts';

export interface NonceOptions {
  /** `false` lets every nonce pass and remembers none, for recorded requests. */
  readonly enabled?: boolean;
  /** The timestamp window of requests; default 15 minutes. */
  readonly windowMs?: number;
  /** How many nonces are remembered at most, over all access keys; default 200,000, about 40 MB. */
  readonly maxEntries?: number;
}

const nonceLength = 256;

/**
 * Remembers the nonces each access key has used, so that a signed request counts once.
 *
 * Two generations: nonces enter the young one; when it has lasted twice the window (a request may be dated one window
 * ahead, and stays valid one window after that), or holds half of `maxEntries`, it becomes the old one and the old one
 * is forgotten. So every step costs the same and memory is bounded. Under more traffic than `maxEntries` in that time
 * the oldest nonces are forgotten early: a replay of them passes, and no new request is ever refused for lack of room.
 */
export class NonceMemory {
  readonly #enabled: boolean;
  readonly #lifetimeMs: number;
  readonly #generationSize: number;
  #young = new Set<string>();
  #old = new Set<string>();
  #youngSinceMs = Number.NEGATIVE_INFINITY;

  constructor({ enabled = true, windowMs = defaultTimestampWindowMs, maxEntries = 200_000 }: NonceOptions = {}) {
    this.#enabled = enabled;
    this.#lifetimeMs = 2 * windowMs;
    this.#generationSize = Math.max(1, Math.floor(maxEntries / 2));
  }

  /** How many nonces are remembered. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /**
   * Marks a nonce as used. Call it once the signature is known to be right, or strangers could use up the nonces of
   * others.
   *
   * @returns `true`, `SignatureNonceUsed`, or `InvalidParameter` for a nonce longer than 256 characters
   */
  use(accessKeyId: string, nonce: string, nowMs: number): true | Refusal {
    if (!this.#enabled) return true;
    if (nonce.length > nonceLength) {
      return refuse('NonceTooLong', { name: 'SignatureNonce', limit: nonceLength });
    }
    this.#forget(nowMs);
    const entry = `${accessKeyId}\n${nonce}`;
    if (this.#young.has(entry) || this.#old.has(entry)) return refuse('SignatureNonceUsed', { nonce });
    this.#young.add(entry);
    return true;
  }

  /** Forgets everything, for a reset of the server. */
  clear(): void {
    this.#young = new Set();
    this.#old = new Set();
  }

  #forget(nowMs: number): void {
    const ageMs = nowMs - this.#youngSinceMs;
    if (ageMs < this.#lifetimeMs && this.#young.size < this.#generationSize) return;
    this.#old = ageMs < 2 * this.#lifetimeMs ? this.#young : new Set();
    this.#young = new Set();
    this.#youngSinceMs = nowMs;
  }
}
