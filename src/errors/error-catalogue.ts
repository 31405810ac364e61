import { type CatalogueOf, catalogues } from './catalogues.ts';
import { answered, unanswered } from './evidence.ts';
import { explain } from './explain.ts';

/** An answer that a code stands for: the message has placeholders such as `{id}`. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
}

/** One code of one product, or of all of them. */
export interface ErrorEntry {
  readonly code: string;
  /** `any` where any operation can be refused with it. */
  readonly product: CatalogueOf;
  /** Whether this server can answer it; else it is only published for the real service. */
  readonly answered: boolean;
  /** The status that most operations answer it with. */
  readonly status: number;
  readonly answers: readonly ErrorAnswer[];
  /** The actions that answer it; empty where any does. */
  readonly operations: readonly string[];
  /** With which status each of them answers it. */
  readonly statusOf: ReadonlyMap<string, number>;
  readonly cause: string;
  readonly wayOut: string;
  /** Of published codes that are not answered: why not. */
  readonly unanswered: readonly { readonly operation: string; readonly reason: string }[];
}

let made: readonly ErrorEntry[] | undefined;

/** Every code that the server can answer, and the published ones that it cannot, by code and product. */
export function errorCatalogue(): readonly ErrorEntry[] {
  made ??= makeCatalogue();
  return made;
}

/** What is known of a code: an entry a product. */
export function errorsNamed(code: string): readonly ErrorEntry[] {
  return errorCatalogue().filter((entry) => entry.code === code);
}

interface Draft {
  readonly code: string;
  readonly product: CatalogueOf;
  readonly answers: Map<string, ErrorAnswer>;
  readonly statusOf: Map<string, number>;
  readonly unanswered: { readonly operation: string; readonly reason: string; readonly status: number }[];
}

function makeCatalogue(): readonly ErrorEntry[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (product: CatalogueOf, code: string): Draft => {
    const known = drafts.get(`${product} ${code}`);
    if (known !== undefined) return known;
    const draft = { code, product, answers: new Map(), statusOf: new Map<string, number>(), unanswered: [] };
    drafts.set(`${product} ${code}`, draft);
    return draft;
  };
  for (const [of, catalogue] of catalogues) {
    for (const [name, [status, message, code = name]] of Object.entries(catalogue)) {
      draftOf(of, code).answers.set(`${status} ${message}`, { status, message });
    }
  }
  for (const { product, action, status, code } of answered()) {
    // Of a code of all operations there is no list.
    if (drafts.has(`${product} ${code}`)) draftOf(product, code).statusOf.set(action, status);
  }
  for (const { product, action, status, code, reason } of unanswered()) {
    draftOf(product, code).unanswered.push({ operation: action, reason, status });
  }
  return [...drafts.values()].map(entryOf).sort(byCode);
}

function entryOf({ code, product, answers, statusOf, unanswered }: Draft): ErrorEntry {
  const all = [...answers.values()];
  const explained = explain(product, code);
  return {
    code,
    product,
    answered: all.length > 0,
    status: commonest([...statusOf.values()]) ?? all[0]?.status ?? unanswered[0]?.status ?? 400,
    answers: all,
    operations: [...statusOf.keys()].sort(),
    statusOf,
    cause:
      explained?.[0] ??
      (all[0] === undefined ? 'It is published for the real service.' : `The server says: ${all[0].message}`),
    wayOut: explained?.[1] ?? 'Do what the message asks for, then repeat the call.',
    unanswered: unanswered.map(({ operation, reason }) => ({ operation, reason })),
  };
}

/** The number that is there most often; undefined of none. */
function commonest(numbers: readonly number[]): number | undefined {
  const countOf = (wanted: number): number => numbers.filter((one) => one === wanted).length;
  return numbers.toSorted((one, other) => countOf(other) - countOf(one))[0];
}

function byCode(one: ErrorEntry, other: ErrorEntry): number {
  if (one.code !== other.code) return one.code < other.code ? -1 : 1;
  return one.product < other.product ? -1 : 1;
}
