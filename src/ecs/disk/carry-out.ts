import type { ChangeContext } from '../../operation/context.ts';
import { saveState } from './disk.table.ts';
import { diskResource } from './disk.ts';
import type { DiskTransition, Move } from './lifecycle.ts';

/** Stores what an accepted command changed and has the rest happen later; asked again, it only sets a stuck one going. */
export async function carryOut(
  move: Move,
  diskId: string,
  kind: DiskTransition,
  { tx, transitions }: Pick<ChangeContext, 'tx' | 'transitions'>,
): Promise<void> {
  if (move.kind === 'begin') {
    await saveState(tx, move.changed);
    await transitions.schedule(diskResource, diskId, kind);
  } else {
    await transitions.again(diskResource, diskId, kind);
  }
}
