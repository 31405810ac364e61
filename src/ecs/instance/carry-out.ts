import type { ChangeContext } from '../../operation/context.ts';
import { saveState } from './instance.table.ts';
import { instanceResource } from './instance.ts';
import type { Begun, UnderWay } from './lifecycle.ts';

/** Stores what an accepted command changed and has the rest happen later. */
export async function carryOut(
  move: Begun | UnderWay,
  instanceId: string,
  { tx, transitions }: Pick<ChangeContext, 'tx' | 'transitions'>,
): Promise<void> {
  if (move.kind === 'begin') {
    await saveState(tx, move.changed);
    await transitions.schedule(instanceResource, instanceId, move.next);
  } else {
    await transitions.again(instanceResource, instanceId, move.next);
  }
}
