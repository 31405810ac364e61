/** What a statement has come to. */
export interface QueryAnswer {
  readonly rows: readonly unknown[];
  /** How many rows it has changed or found. */
  readonly rowCount: number | null;
  /** Its first word; what ends a transaction that has failed answers ROLLBACK. */
  readonly command: string;
}

/** A statement that is prepared once a connection, under its name. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** A connection to PostgreSQL: statements are sent one behind the other, and answered in this order. */
export interface Connection {
  query(statement: NamedStatement): Promise<QueryAnswer>;
  query(text: string): Promise<QueryAnswer>;
  query(text: string, answered: (error: Error | null) => void): void;
  query(text: string, values: unknown[], answered: (error: Error | null) => void): void;
  /** @param destroy whether nothing more can be asked over it */
  release(destroy?: boolean): void;
}

/** Connections that are used in turn. */
export interface ConnectionPool {
  connect(): Promise<Connection>;
  end(): Promise<void>;
}
