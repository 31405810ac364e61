import type { Statement, Value } from '../store/statement.ts';
import { type ObservedTable, observedTables } from './observed-tables.ts';

/** Where a value of a statement comes from: the place among those that are bound, or the text itself. */
export type Source = { readonly place: number } | { readonly literal: Value };

export interface Assignment {
  readonly field: string;
  readonly source: Source;
}

/** What a row has to have to be meant. */
export interface Condition extends Assignment {
  /** `from` and `to` are the two ends of a range. */
  readonly comparison: '=' | '<' | '<=' | '>' | 'from' | 'to';
}

/** One row that is to be there. */
export interface InsertedRow {
  readonly values: readonly Assignment[];
  /** What is set where the row is there already; undefined where that is no change. */
  readonly instead: readonly Assignment[] | undefined;
}

/** What a writing statement does to the rows of an observed table. */
export type ChangePlan = { readonly of: ObservedTable } & (
  | {
      readonly verb: 'insert';
      readonly rows: readonly InsertedRow[];
    }
  | { readonly verb: 'update'; readonly sets: readonly Assignment[]; readonly where: readonly Condition[] }
  | { readonly verb: 'delete'; readonly where: readonly Condition[] }
  /** All rows, or those of an account, go without being told one by one: a reset. */
  | { readonly verb: 'clear'; readonly account: Source | undefined }
);

/** A statement that changes an observed table in a way that cannot be read from its text. */
export class PlanNotUnderstood extends Error {
  override readonly name = 'PlanNotUnderstood';
  readonly table: ObservedTable;

  constructor(table: ObservedTable, text: string) {
    super(`cannot be read: ${text}`);
    this.table = table;
  }
}

const tables = new Map(observedTables.map((one) => [one.table, one]));
const plans: (ChangePlan | null | undefined)[] = [];

/** The plan of a statement, read at its first use; nothing for one that changes no observed table. */
export function planOf(statement: Statement<unknown>): ChangePlan | null {
  const known = plans[statement.id];
  if (known !== undefined) return known;
  let plan: ChangePlan | null;
  try {
    plan = readPlan(statement.text);
  } catch (error) {
    // A test finds these; a server is better off without an event than without an answer, and knows no rows any more.
    if (!(error instanceof PlanNotUnderstood)) throw error;
    plan = { of: error.table, verb: 'clear', account: undefined };
  }
  plans[statement.id] = plan;
  return plan;
}

/** @throws PlanNotUnderstood */
export function readPlan(text: string): ChangePlan | null {
  const sql = text.replace(/\s+/g, ' ').trim();
  const [, verb, table = ''] = /^(INSERT INTO|UPDATE|DELETE FROM) (\w+)/.exec(sql) ?? [];
  const of = tables.get(table);
  if (verb === undefined || of === undefined) return null;
  if (/ RETURNING /.test(sql)) throw new PlanNotUnderstood(of, sql);
  switch (verb) {
    case 'INSERT INTO':
      return readInsert(of, sql);
    case 'UPDATE':
      return readUpdate(of, sql);
    default:
      return readDelete(of, sql);
  }
}

function readInsert(of: ObservedTable, sql: string): ChangePlan {
  const [, columns, values, conflict = ''] =
    /^INSERT INTO \w+ \(([\w, ]+)\) VALUES (\(.+?\))(?: ON CONFLICT (.*))?$/.exec(sql) ?? [];
  if (columns === undefined || values === undefined) throw new PlanNotUnderstood(of, sql);
  const fields = columns.split(', ').map(fieldOf);
  const places = counter();
  const replaced = / DO UPDATE SET (.+?)(?: WHERE .+)?$/.exec(conflict)?.[1]?.split(', ');
  const rows = values
    .slice(1, -1)
    .split('), (')
    .map((row): InsertedRow => {
      const sources = row.split(', ').map((value) => readSource(of, value, places));
      if (sources.length !== fields.length) throw new PlanNotUnderstood(of, sql);
      const assigned = fields.map((field, index) => ({ field, source: sources[index] as Source }));
      return { values: assigned, instead: replaced?.map((one) => readReplaced(of, one, assigned)) };
    });
  return { of, verb: 'insert', rows };
}

/** `a = excluded.a` sets what the row would have had. */
function readReplaced(of: ObservedTable, text: string, row: readonly Assignment[]): Assignment {
  const [, column = '', value = ''] = /^(\w+) = (.+)$/.exec(text) ?? [];
  const field = fieldOf(column);
  const given = value === `excluded.${column}` ? row.find((one) => one.field === field) : undefined;
  return given ?? { field, source: readSource(of, value, noPlaces) };
}

/** Where nothing is bound. */
function noPlaces(): number {
  return Number.NaN;
}

function readUpdate(of: ObservedTable, sql: string): ChangePlan {
  const [, set = '', where = ''] = /^UPDATE \w+ SET (.+?) WHERE (.+)$/.exec(sql) ?? [];
  const places = counter();
  const sets: Assignment[] = [];
  for (const one of set.split(', ')) {
    const [, column = '', value = ''] = /^(\w+) = (.+)$/.exec(one) ?? [];
    const field = fieldOf(column);
    if (of.ignored?.includes(field)) {
      for (const _ of value.matchAll(/\?/g)) places();
    } else {
      sets.push({ field, source: readSource(of, value, places) });
    }
  }
  // What is only counted is no change, whatever its conditions are.
  if (sets.length === 0) return { of, verb: 'update', sets, where: [] };
  return { of, verb: 'update', sets, where: readConditions(of, where, places) };
}

function readDelete(of: ObservedTable, sql: string): ChangePlan {
  const [, where] = /^DELETE FROM \w+(?: WHERE (.+))?$/.exec(sql) ?? [];
  if (where === undefined) return { of, verb: 'clear', account: undefined };
  if (where === 'account_id = ?' || /^\w+ IN \(SELECT \w+ FROM \w+ WHERE account_id = \?\)$/.test(where)) {
    return { of, verb: 'clear', account: { place: 0 } };
  }
  return { of, verb: 'delete', where: readConditions(of, where, counter()) };
}

function readConditions(of: ObservedTable, where: string, places: () => number): readonly Condition[] {
  const pieces = where.replace(/(?<!\w)(\w+) BETWEEN ([^ ]+) AND ([^ ]+)/g, '$1 from $2 AND $1 to $3').split(' AND ');
  return pieces.map((piece) => {
    const [, column, comparison, value = ''] = /^(\w+) (=|<=|<|>|from|to) (.+)$/.exec(piece) ?? [];
    if (column === undefined || comparison === undefined) throw new PlanNotUnderstood(of, piece);
    return {
      field: fieldOf(column),
      comparison: comparison as Condition['comparison'],
      source: readSource(of, value, places),
    };
  });
}

function readSource(of: ObservedTable, value: string, places: () => number): Source {
  if (value === '?') return { place: places() };
  if (value === 'NULL') return { literal: null };
  const [, text, number] = /^(?:'([^']*)'|(-?\d+))$/.exec(value) ?? [];
  if (text === undefined && number === undefined) throw new PlanNotUnderstood(of, value);
  return { literal: text ?? Number(number) };
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}

/** `vpc_id` is the field `vpcId`. */
function fieldOf(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
