import type { OperationContext } from '../../operation/context.ts';
import { saveRouteEntry } from './route-entry.table.ts';
import { type RouteEntry, routeEntryResource } from './route-entry.ts';

/** Starts the deletion of an entry; it is Deleting until the routers have forgotten it. */
export async function beginDeletion(
  entry: RouteEntry,
  { tx, transitions, nowMs }: Pick<OperationContext, 'tx' | 'transitions' | 'nowMs'>,
): Promise<void> {
  await saveRouteEntry(tx, { ...entry, status: 'Deleting', modifiedAtMs: nowMs });
  await transitions.schedule(routeEntryResource, entry.routeEntryId, 'delete');
}
