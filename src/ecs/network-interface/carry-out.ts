import type { ChangeContext } from '../../operation/context.ts';
import type { Move } from './lifecycle.ts';
import { saveAttachment } from './network-interface.table.ts';
import { networkInterfaceResource } from './network-interface.ts';

/** Stores what an accepted command changed and has the rest happen later; asked again, it only sets a stuck one going. */
export async function carryOut(
  move: Move,
  networkInterfaceId: string,
  kind: 'attach' | 'attach-member' | 'detach' | 'detach-member' | 'delete',
  { tx, transitions }: Pick<ChangeContext, 'tx' | 'transitions'>,
): Promise<void> {
  if (move.kind === 'begin') {
    await transitions.schedule(networkInterfaceResource, networkInterfaceId, kind);
    // What is erased before anyone can look need not be Deleting.
    const isErased = kind === 'delete' && transitions.happensAtOnce(networkInterfaceResource, networkInterfaceId);
    if (!isErased) await saveAttachment(tx, move.changed, kind === 'delete');
  } else {
    await transitions.again(networkInterfaceResource, networkInterfaceId, kind);
  }
}
