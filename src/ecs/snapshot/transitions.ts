import type { ChangeContext } from '../../operation/context.ts';
import type { TransitionHandler } from '../../operation/transition.ts';
import { removeTags } from '../tag/tags.ts';
import { findAnySnapshot, removeSnapshot, saveStatus } from './snapshot.table.ts';
import { type Snapshot, snapshotResource, snapshotTags } from './snapshot.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How snapshots' delayed changes end: one that is made is kept for as long as was asked for. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: snapshotResource,
    kind: 'create',
    fastMs: 1_000,
    realMs: 30_000,
    async complete(id, context) {
      const snapshot = await findAnySnapshot(context.tx, id);
      if (snapshot?.status !== 'progressing') return;
      await saveStatus(context.tx, { ...snapshot, status: 'accomplished', modifiedAtMs: context.nowMs });
      if (snapshot.retentionDays === null) return;
      const expiresAtMs = snapshot.createdAtMs + snapshot.retentionDays * dayMs;
      await context.transitions.scheduleAt(snapshotResource, id, 'expire', expiresAtMs);
    },
    async fail(id, { tx, nowMs }) {
      const snapshot = await findAnySnapshot(tx, id);
      if (snapshot) await saveStatus(tx, { ...snapshot, status: 'failed', modifiedAtMs: nowMs });
    },
  },
  {
    resourceType: snapshotResource,
    kind: 'expire',
    isAppointed: true,
    fastMs: dayMs,
    realMs: dayMs,
    async complete(id, context) {
      const snapshot = await findAnySnapshot(context.tx, id);
      if (snapshot) await eraseSnapshot(context, snapshot);
    },
  },
];

/** Takes a snapshot out of existence; what it was used for stays. */
export async function eraseSnapshot(
  { tx, transitions: pending }: Pick<ChangeContext, 'tx' | 'transitions'>,
  snapshot: Snapshot,
): Promise<void> {
  const { snapshotId } = snapshot;
  await pending.cancel(snapshotResource, snapshotId);
  await removeTags({ tx, ...snapshot }, snapshotTags, snapshotId);
  await removeSnapshot(tx, snapshotId);
}
