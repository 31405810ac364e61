import type { Refusal } from '../operation/refusal.ts';
import type { Transaction } from '../store/store.ts';
import type { Call } from './call.ts';

/** Somebody who looks on while the engine works, and changes nothing of what it answers. */
export interface EngineObserver {
  /**
   * Told of a refused call before its transaction ends: what it reads is what the operation has seen. It may be told of
   * the same call again, when the work is run again.
   */
  refused?(call: Call, refusal: Refusal, state: { readonly tx: Transaction; readonly nowMs: number }): Promise<void>;
  /** Told that what is known of the state does not hold any more. */
  stateReplaced?(): void;
}
