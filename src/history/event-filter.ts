import type { ResourceEvent } from './resource-event.ts';

/** Which events are meant; what is not given matters not. */
export interface EventFilter {
  readonly account?: string | undefined;
  /** An id: of the resource, or of anything that its members name. */
  readonly resource?: string | undefined;
  /** A type of resource, a change, or both with a dot between: `network-interface.deleted`. */
  readonly kind?: string | undefined;
  /** From this time on, in milliseconds of the modelled world. */
  readonly sinceMs?: number | undefined;
}

export function matchesEvent(event: ResourceEvent, { account, resource, kind, sinceMs }: EventFilter): boolean {
  return (
    (account === undefined || account === event.accountId) &&
    (kind === undefined || isOfKind(event, kind)) &&
    (sinceMs === undefined || sinceMs <= event.atMs) &&
    (resource === undefined || isAbout(event, resource))
  );
}

function isOfKind({ of: { resourceType }, change }: ResourceEvent, kind: string): boolean {
  return kind === resourceType || kind === change || kind === `${resourceType}.${change}`;
}

function isAbout({ resourceId, before, after }: ResourceEvent, id: string): boolean {
  if (resourceId === id) return true;
  return [before, after].some((row) => row !== undefined && Object.values(row).includes(id));
}
