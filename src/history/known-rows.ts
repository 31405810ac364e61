import type { Value } from '../store/statement.ts';
import type { ObservedTable } from './observed-tables.ts';
import type { ResourceEvent, Row } from './resource-event.ts';

/** A row as it was committed last, as far as this server knows. */
export interface KnownRow {
  readonly row: Row;
  readonly accountId: string;
  readonly regionId: string;
  /** The event that a work has made of it, while that work is being told. */
  event: ResourceEvent | undefined;
}

/** The rows of one table that this server has seen being made or changed; the oldest are forgotten. */
export class KnownRows {
  readonly #of: ObservedTable;
  readonly #most: number;
  readonly #rows = new Map<string, KnownRow>();
  /** Of rows that are parts of something: the keys by what they are part of. */
  readonly #parts = new Map<string, Set<string>>();

  constructor(of: ObservedTable, most: number) {
    this.#of = of;
    this.#most = most;
    this.hasParts = !(of.key.length === 1 && of.key[0] === of.resource);
  }

  /** Whether its rows are parts of resources, and no resources themselves. */
  readonly hasParts: boolean;

  get resourceField(): string {
    return this.#of.resource;
  }

  /** The key of a row or of conditions that name it whole; undefined where a part of it is not known. */
  keyOf(row: Row): string | undefined {
    const { key } = this.#of;
    if (key.length === 1) return textOf(row[key[0] as string]);
    let text = '';
    for (const field of key) {
      const part = textOf(row[field]);
      if (part === undefined) return undefined;
      text += `${part}\n`;
    }
    return text;
  }

  get(key: string): KnownRow | undefined {
    return this.#rows.get(key);
  }

  set(key: string, known: KnownRow): void {
    this.#rows.set(key, known);
    const whole = this.#wholeOf(known.row);
    if (whole !== undefined) {
      const parts = this.#parts.get(whole);
      if (parts === undefined) this.#parts.set(whole, new Set([key]));
      else parts.add(key);
    }
    if (this.#rows.size > this.#most) this.#dropOlderHalf();
  }

  delete(key: string): void {
    const known = this.#rows.get(key);
    if (known === undefined) return;
    this.#rows.delete(key);
    const whole = this.#wholeOf(known.row);
    if (whole === undefined) return;
    const parts = this.#parts.get(whole);
    parts?.delete(key);
    if (parts?.size === 0) this.#parts.delete(whole);
  }

  /** The keys of the rows that are part of a resource. */
  partsOf(resourceId: string): readonly string[] {
    return [...(this.#parts.get(resourceId) ?? [])];
  }

  /** The keys of the rows that a test holds for. */
  keysWhere(test: (known: KnownRow) => boolean): readonly string[] {
    const keys: string[] = [];
    for (const [key, known] of this.#rows) if (test(known)) keys.push(key);
    return keys;
  }

  clear(): void {
    this.#rows.clear();
    this.#parts.clear();
  }

  /** Many at once: the first key of a map is slow to find while many before it were deleted. */
  #dropOlderHalf(): void {
    let left = Math.ceil(this.#most / 2);
    for (const key of this.#rows.keys()) {
      if (left === 0) return;
      left -= 1;
      this.delete(key);
    }
  }

  #wholeOf(row: Row): string | undefined {
    return this.hasParts ? textOf(row[this.#of.resource]) : undefined;
  }
}

function textOf(value: Value | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
