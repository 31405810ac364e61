import { autoReleaseResource } from '../ecs/instance/instance.ts';
import { snapshotResource } from '../ecs/snapshot/snapshot.ts';
import { neverMs } from '../engine/transitions.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

const shiftTransitions = sql(
  `UPDATE transition SET due_at_ms = due_at_ms + ?
   WHERE due_at_ms < ? AND resource_type <> ? AND NOT (resource_type = ? AND kind = 'expire')`,
);
const shiftTokens = sql('UPDATE client_token SET expires_at_ms = expires_at_ms + ?');

/**
 * Moves what is measured from now: changes that are under way take as long from now on as they would have taken, and
 * ClientTokens are as old as they were. What was asked for at a date stays at that date: the release of an instance, the
 * end of a disk snapshot, the expiry of a temporary key.
 */
export async function shiftTimes(tx: Transaction, byMs: number): Promise<void> {
  if (byMs === 0) return;
  await tx.run(shiftTransitions, byMs, neverMs, autoReleaseResource, snapshotResource);
  await tx.run(shiftTokens, byMs);
}
