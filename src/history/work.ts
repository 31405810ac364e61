import type { Value } from '../store/statement.ts';
import type { ChangeOrigin } from '../store/store.ts';
import type { Assignment, ChangePlan, Condition, Source } from './change-plan.ts';
import type { KnownRow, KnownRows } from './known-rows.ts';
import type { ObservedTable } from './observed-tables.ts';
import type { ResourceEvent, Row } from './resource-event.ts';

/** One statement of a piece of work that has changed rows. */
export interface Change {
  readonly plan: ChangePlan;
  readonly values: readonly Value[];
  /** How many rows. */
  readonly count: number;
  readonly origin: ChangeOrigin | undefined;
}

/** What events are made with. */
export interface Memory {
  rowsOf(table: string, of: ObservedTable): KnownRows;
  nowMs(): number;
}

/** The events of a piece of work that was committed; a resource that it changes several times has one. */
export function eventsOf(changes: readonly Change[], memory: Memory): readonly ResourceEvent[] {
  const work = new Work(memory);
  for (const change of changes) work.apply(change);
  return work.end();
}

class Work {
  readonly #memory: Memory;
  readonly #events = new Set<ResourceEvent>();
  readonly #touched: KnownRow[] = [];

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  apply(change: Change): void {
    const { plan, values, count } = change;
    const rows = this.#memory.rowsOf(plan.of.table, plan.of);
    switch (plan.verb) {
      case 'insert':
        // Of several rows some may have been there already: which ones, only the database knows.
        if (count < plan.rows.length) return;
        for (const { values: assigned, instead } of plan.rows) {
          this.#insert(change, rows, rowOf(assigned, values), instead && rowOf(instead, values));
        }
        return;
      case 'update':
        if (plan.sets.length > 0) this.#update(change, rows, rowOf(plan.sets, values), plan.where);
        return;
      case 'delete':
        this.#delete(change, rows, plan.where);
        return;
      case 'clear':
        clear(rows, plan.account && boundTo(plan.account, values));
    }
  }

  /** The events in the order in which their resources were first changed. */
  end(): readonly ResourceEvent[] {
    for (const known of this.#touched) known.event = undefined;
    // What was changed and changed back is as it was.
    return [...this.#events].filter(
      ({ change, before, after }) => change !== 'modified' || !before || !after || differs(before, after),
    );
  }

  #insert(change: Change, rows: KnownRows, row: Row, instead: Row | undefined): void {
    const key = rows.keyOf(row);
    if (key === undefined) return;
    const known = rows.get(key);
    if (known !== undefined && instead !== undefined) this.#change(change, rows, key, known, instead);
    else this.#create(change, rows, key, row);
  }

  #create(change: Change, rows: KnownRows, key: string, row: Row): void {
    const place = this.#placeOf(change, row);
    const event = this.#event(change, place, resourceIdOf(change, row), {
      change: 'created',
      before: undefined,
      after: row,
    });
    this.#keep(rows, key, { row, ...place, event });
  }

  #update(change: Change, rows: KnownRows, set: Row, where: readonly Condition[]): void {
    const { keys, named } = this.#meant(change, rows, where);
    for (const key of keys) {
      const known = rows.get(key);
      if (known !== undefined) this.#change(change, rows, key, known, set);
    }
    if (keys.length >= change.count) return;
    // This server has not seen the row being made: what is set is all that it knows.
    const place = this.#placeOf(change, named);
    this.#event(change, place, resourceIdOf(change, named), { change: 'modified', before: undefined, after: set });
  }

  #change(change: Change, rows: KnownRows, key: string, known: KnownRow, set: Row): void {
    if (!differs(known.row, set)) return;
    const row = { ...known.row, ...set };
    const { accountId, regionId } = known;
    if (known.event !== undefined) known.event.after = row;
    const event =
      known.event ??
      this.#event(change, known, resourceIdOf(change, known.row), {
        change: 'modified',
        before: known.row,
        after: row,
      });
    this.#keep(rows, key, { row, accountId, regionId, event });
  }

  #delete(change: Change, rows: KnownRows, where: readonly Condition[]): void {
    const { keys, named } = this.#meant(change, rows, where);
    for (const key of keys) {
      const known = rows.get(key);
      if (known === undefined) continue;
      rows.delete(key);
      const { event } = known;
      if (event !== undefined) this.#events.delete(event);
      // What one piece of work makes and deletes was never there for anybody else.
      if (event?.change === 'created') continue;
      const before = event === undefined ? known.row : event.before;
      this.#event(change, known, resourceIdOf(change, known.row), { change: 'deleted', before, after: undefined });
    }
    if (keys.length >= change.count) return;
    const place = this.#placeOf(change, named);
    this.#event(change, place, resourceIdOf(change, named), { change: 'deleted', before: undefined, after: undefined });
  }

  /** The known rows that a statement means, and what its conditions say of them. */
  #meant({ values }: Change, rows: KnownRows, where: readonly Condition[]): { keys: readonly string[]; named: Row } {
    const named: Record<string, Value> = {};
    for (const { field, comparison, source } of where) if (comparison === '=') named[field] = boundTo(source, values);
    const key = rows.keyOf(named);
    if (key !== undefined) return { keys: rows.get(key) === undefined ? [] : [key], named };
    const holds = ({ row }: KnownRow): boolean => where.every((condition) => isMet(condition, row, values));
    const whole = this.#wholeOf(rows, named);
    if (whole === undefined) return { keys: rows.keysWhere(holds), named };
    const keys = rows.partsOf(whole).filter((part) => {
      const known = rows.get(part);
      return known !== undefined && holds(known);
    });
    return { keys, named };
  }

  #wholeOf(rows: KnownRows, named: Row): string | undefined {
    const id = named[rows.resourceField];
    return rows.hasParts && typeof id === 'string' ? id : undefined;
  }

  #keep(rows: KnownRows, key: string, known: KnownRow): void {
    rows.set(key, known);
    this.#touched.push(known);
  }

  #event(
    { plan: { of }, origin }: Change,
    { accountId, regionId }: Place,
    resourceId: string,
    what: Pick<ResourceEvent, 'change' | 'before' | 'after'>,
  ): ResourceEvent {
    const atMs = origin?.atMs ?? this.#memory.nowMs();
    const event: ResourceEvent = { of, atMs, origin, accountId, regionId, resourceId, ...what };
    this.#events.add(event);
    return event;
  }

  /** Whose a row is: its own fields say it, or what it is part of, or who made the change. */
  #placeOf({ plan: { of }, origin }: Change, row: Row): Place {
    const whole = of.partOf === undefined ? undefined : row[of.resource];
    const owner = typeof whole === 'string' ? this.#memory.rowsOf(of.partOf ?? '', of).get(whole) : undefined;
    return {
      accountId: String(row.accountId ?? owner?.accountId ?? origin?.accountId ?? ''),
      regionId: String(row.regionId ?? owner?.regionId ?? origin?.regionId ?? ''),
    };
  }
}

interface Place {
  readonly accountId: string;
  readonly regionId: string;
}

function resourceIdOf({ plan: { of } }: Change, row: Row): string {
  return String(row[of.resource] ?? row[of.key[0] ?? ''] ?? Object.values(row)[0] ?? '');
}

function rowOf(assigned: readonly Assignment[], values: readonly Value[]): Row {
  const row: Record<string, Value> = {};
  for (const { field, source } of assigned) row[field] = boundTo(source, values);
  return row;
}

function boundTo(source: Source, values: readonly Value[]): Value {
  return 'place' in source ? (values[source.place] ?? null) : source.literal;
}

function differs(row: Row, set: Row): boolean {
  for (const field in set) if (row[field] !== set[field]) return true;
  return false;
}

function isMet({ field, comparison, source }: Condition, row: Row, values: readonly Value[]): boolean {
  const actual = row[field] ?? null;
  const wanted = boundTo(source, values);
  if (comparison === '=') return actual === wanted;
  if (actual === null || wanted === null) return false;
  switch (comparison) {
    case '<':
      return actual < wanted;
    case '>':
      return actual > wanted;
    case '<=':
    case 'to':
      return actual <= wanted;
    case 'from':
      return actual >= wanted;
  }
}

function clear(rows: KnownRows, accountId: Value | undefined): void {
  if (accountId === undefined) rows.clear();
  else for (const key of rows.keysWhere((known) => known.accountId === accountId)) rows.delete(key);
}
