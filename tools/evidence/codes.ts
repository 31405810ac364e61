import { type Reason, reasonOf } from './reasons.ts';
import type { AnsweredCode } from './refusals.ts';
import type { TestCase } from './test-cases.ts';

/** The published codes of operations: action to HTTP status to codes. */
export type PublishedCodes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** How much speaks for a code being answered: most first. */
export const codeVerdicts = ['proven', 'tested', 'untested', 'unanswered'] as const;
export type CodeVerdict = (typeof codeVerdicts)[number];

/** One code of one operation. */
export interface CodeEvidence extends AnsweredCode {
  readonly verdict: CodeVerdict;
  /** Whether it is in the published table of the operation. */
  readonly published: boolean;
  /** The status it has in the published table, where it is answered here with another one. */
  readonly publishedStatus?: number;
  /** Why it is not answered, where that is written down. */
  readonly reason?: string;
}

/** What is known of the codes of one operation. */
export interface CodeSources {
  readonly published: PublishedCodes[string] | undefined;
  /** What the operation's own files can refuse with. */
  readonly ofOperation: readonly AnsweredCode[];
  /** What the gateway can refuse the operation with before it runs. */
  readonly ofGateway: readonly AnsweredCode[];
  /** The tests that name the operation. */
  readonly tests: readonly TestCase[];
  /** The codes that real clients were refused with. */
  readonly proven: ReadonlySet<string>;
  /** Why codes of the operation are not answered. */
  readonly reasons: readonly Reason[];
}

/** The published codes, and the others that the operation itself can answer, by status and code. */
export function codeEvidence(sources: CodeSources): CodeEvidence[] {
  const { published, ofOperation, ofGateway, tests, proven, reasons } = sources;
  const answered = [...ofOperation, ...ofGateway];
  const verdictOf = (code: string): CodeVerdict => {
    if (proven.has(code)) return 'proven';
    if (!answered.some((other) => other.code === code)) return 'unanswered';
    return tests.some(({ texts }) => texts.has(code)) ? 'tested' : 'untested';
  };
  const table = Object.entries(published ?? {}).flatMap(([status, codes]) =>
    codes.map((code) => ({ code, status: Number(status) })),
  );
  const inTable = table.map(({ code, status }): CodeEvidence => {
    const statuses = answered.filter((other) => other.code === code).map((other) => other.status);
    const row = { code, status, published: true, verdict: verdictOf(code) };
    const [here = status] = statuses;
    return here === status || statuses.includes(status) ? row : { ...row, status: here, publishedStatus: status };
  });
  const others = ofOperation
    .filter(({ code }) => !table.some((row) => row.code === code))
    .map((row): CodeEvidence => ({ ...row, published: false, verdict: verdictOf(row.code) }));
  const explained = (row: CodeEvidence): CodeEvidence => {
    const reason = reasonOf(reasons, row);
    return reason === undefined ? row : { ...row, verdict: 'unanswered', reason: reason.reason };
  };
  return [...inTable, ...others].map(explained).sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}
