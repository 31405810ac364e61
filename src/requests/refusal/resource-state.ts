import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { type ResourceRow, resourceKinds } from './resource-kinds.ts';

/** A delayed change that is on its way for a resource. */
export interface PendingChange {
  readonly kind: string;
  /** By the modelled clock; undefined for one that is stuck until its operation is called again. */
  readonly dueAtMs: number | undefined;
}

/** A resource as it was at one moment. */
export interface ResourceState {
  readonly type: string;
  readonly id: string;
  /** Not there in any account or region. */
  readonly missing: boolean;
  readonly members: ResourceRow;
  readonly pending: PendingChange | undefined;
  readonly related: Readonly<Record<string, readonly ResourceRow[]>>;
}

const selectPending = sql<{ kind: string; dueAtMs: number }>(
  'SELECT kind, due_at_ms AS "dueAtMs" FROM transition WHERE resource_type = ? AND resource_id = ?',
);

/** Reads what there is of the ids; those of kinds that are not known are left out. */
export async function readResources(tx: Transaction, ids: readonly string[]): Promise<readonly ResourceState[]> {
  const states: ResourceState[] = [];
  for (const id of ids) {
    const state = await readResource(tx, id);
    if (state !== undefined) states.push(state);
  }
  return states;
}

async function readResource(tx: Transaction, id: string): Promise<ResourceState | undefined> {
  const kind = resourceKinds.find(({ idPrefix }) => id.startsWith(idPrefix));
  if (kind === undefined) return undefined;
  const { type } = kind;
  const members = await tx.one(kind.select, id);
  if (members === undefined) return { type, id, missing: true, members: {}, pending: undefined, related: {} };
  const pending = await tx.one(selectPending, type, id);
  const related: Record<string, readonly ResourceRow[]> = {};
  for (const { name, select } of kind.relations) related[name] = await tx.all(select, id);
  return {
    type,
    id,
    missing: false,
    members,
    pending: pending && {
      kind: pending.kind,
      dueAtMs: pending.dueAtMs === Number.MAX_SAFE_INTEGER ? undefined : pending.dueAtMs,
    },
    related,
  };
}
