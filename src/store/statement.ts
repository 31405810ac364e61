/** A value that both engines store: text, a number (integers within 2^53), or nothing. */
export type Value = string | number | null;

/** 1 for true, 0 for false: both engines keep booleans as integers. */
export type Flag = 0 | 1;

/** One SQL text for both engines, with `?` placeholders; prepared once a connection and named by its `id`. */
export interface Statement<Row> {
  readonly id: number;
  readonly text: string;
  /** The same text with `$1`-style placeholders. */
  readonly postgresText: string;
  /** Carries the row type; never set. */
  readonly row?: Row;
}

let statementCount = 0;
const declared: Statement<never>[] = [];

/** Declares a statement. Call it once at module level: its identity is the key of the prepared statement. */
export function sql<Row = never>(text: string): Statement<Row> {
  const statement: Statement<Row> = statementOf(text);
  declared.push(statement as Statement<never>);
  return statement;
}

/** The statements that the modules loaded so far have declared. */
export function declaredStatements(): readonly Statement<never>[] {
  return declared;
}

function statementOf<Row>(text: string): Statement<Row> {
  let parameterCount = 0;
  const postgresText = text.replace(/\?/g, () => `$${++parameterCount}`);
  statementCount += 1;
  return { id: statementCount, text, postgresText };
}

const interned = new Map<string, Statement<never>>();
const maxInterned = 2000;

/** A statement whose text is put together at run time (filters); equal texts share one prepared statement. */
export function dynamicSql<Row>(text: string): Statement<Row> {
  let statement = interned.get(text);
  if (!statement) {
    if (interned.size >= maxInterned) interned.clear();
    statement = statementOf(text);
    interned.set(text, statement);
  }
  return statement as Statement<Row>;
}

/** What a table's operations need: its columns by record field, an insert, and selects that give whole records. */
export interface Table<Row extends object> {
  readonly name: string;
  /** The select list, each column under its record field's name. */
  readonly columns: string;
  readonly insert: Statement<never>;
  /** The record's values in the order of `insert`. */
  values(row: Row): Value[];
  /** Declares a select of whole records; `rest` is everything after FROM and the table's name. */
  select(rest: string): Statement<Row>;
}

/** Describes a table by its record's fields; `vpcId` is the column `vpc_id`. */
export function tableOf<Row extends object>(name: string, fields: readonly (keyof Row & string)[]): Table<Row> {
  const columns = fields.map((field) => `${name}.${columnOf(field)} AS "${field}"`).join(', ');
  const placeholders = fields.map(() => '?').join(', ');
  return {
    name,
    columns,
    insert: sql(`INSERT INTO ${name} (${fields.map(columnOf).join(', ')}) VALUES (${placeholders})`),
    values: (row) => fields.map((field) => row[field] as Value),
    select: (rest) => sql(`SELECT ${columns} FROM ${name} ${rest}`),
  };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
