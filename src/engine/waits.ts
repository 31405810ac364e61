import type { TransitionHandler } from '../operation/transition.ts';
import { sql } from '../store/statement.ts';
import { keep, type Store } from '../store/store.ts';
import { neverMs, type TransitionTable } from './transitions.ts';

const selectFarthest = sql<{ dueAtMs: number | null }>(
  'SELECT MAX(due_at_ms) AS "dueAtMs" FROM transition WHERE due_at_ms < ?',
);
const shorten = sql(
  `UPDATE transition SET due_at_ms = ?
   WHERE resource_type = ? AND kind = ? AND due_at_ms > ? AND due_at_ms < ?`,
);

/**
 * Lets no delayed change that is under way wait longer than it takes, by any profile: one does when it was asked for
 * under a clock that was ahead of today's. Those that are due at a time somebody named keep it.
 */
export async function shortenWaits(store: Store, known: TransitionTable, nowMs: number): Promise<void> {
  const { dueAtMs } = (await store.peek(selectFarthest, neverMs)) ?? {};
  const timed = known.timed();
  if (dueAtMs == null || dueAtMs <= nowMs + Math.min(...timed.map(longestMs))) return;
  await store.write(async (tx) => {
    for (const handler of timed) {
      const wanted = nowMs + known.durationMs(handler);
      await tx.run(shorten, wanted, handler.resourceType, handler.kind, nowMs + longestMs(handler), neverMs);
    }
    return keep(undefined);
  });
}

const longestMs = ({ fastMs, realMs }: TransitionHandler): number => Math.max(fastMs, realMs);
