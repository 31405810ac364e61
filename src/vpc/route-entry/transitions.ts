import type { TransitionHandler } from '../../operation/transition.ts';
import { findAnyRouteEntry, removeRouteEntry, saveRouteEntry } from './route-entry.table.ts';
import { routeEntryResource } from './route-entry.ts';

const becomeAvailable: TransitionHandler['complete'] = async (routeEntryId, { tx }) => {
  const entry = await findAnyRouteEntry(tx, routeEntryId);
  if (entry && entry.status !== 'Deleting') await saveRouteEntry(tx, { ...entry, status: 'Available' });
};

/** How route entries' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  { resourceType: routeEntryResource, kind: 'create', fastMs: 200, realMs: 3_000, complete: becomeAvailable },
  { resourceType: routeEntryResource, kind: 'modify', fastMs: 200, realMs: 3_000, complete: becomeAvailable },
  {
    resourceType: routeEntryResource,
    kind: 'delete',
    fastMs: 200,
    realMs: 3_000,
    complete: (routeEntryId, { tx }) => removeRouteEntry(tx, routeEntryId),
  },
];
