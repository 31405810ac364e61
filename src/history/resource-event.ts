import type { Value } from '../store/statement.ts';
import type { ChangeOrigin } from '../store/store.ts';
import type { ObservedTable } from './observed-tables.ts';

/** A row by its fields; what is not known of it is not there. Never changed, only replaced. */
export type Row = Readonly<Record<string, Value>>;

/** One change of a resource, as it was committed. */
export interface ResourceEvent {
  readonly of: ObservedTable;
  /** The time of the modelled world, in milliseconds. */
  readonly atMs: number;
  /** Who made it; undefined for the operator of the server, over the control API. */
  readonly origin: ChangeOrigin | undefined;
  readonly accountId: string;
  readonly regionId: string;
  readonly resourceId: string;
  readonly change: 'created' | 'modified' | 'deleted';
  /** Undefined where it is not known, and of what was created. */
  readonly before: Row | undefined;
  /** Undefined of what was deleted; of a row that is not known, what was set. */
  after: Row | undefined;
}
