import type { CodeEvidence } from './codes.ts';
import type { Evidence, OperationEvidence } from './read-evidence.ts';

/** Why codes are not answered: an entry of `docs/unanswered-codes.json`. Of several that fit, the first counts. */
export interface Reason {
  /** One sentence, beginning with `cannot occur:` or `not there yet:`. */
  readonly reason: string;
  /** Whether the operation's own texts name the code all the same, as it shares them with others that answer it. */
  readonly unreachable?: boolean;
  /** The operations that it holds for; all of them when absent. */
  readonly operations?: readonly string[];
  /** Codes, each with a `*` at its end for all that begin so. */
  readonly codes: readonly string[];
}

/** The reasons that hold for one operation. */
export function reasonsFor(reasons: readonly Reason[], action: string): readonly Reason[] {
  return reasons.filter(({ operations }) => operations === undefined || operations.includes(action));
}

/** The reason for a code that has no test, of those that hold for its operation. */
export function reasonOf(reasons: readonly Reason[], row: CodeEvidence): Reason | undefined {
  if (row.verdict !== 'unanswered' && row.verdict !== 'untested') return undefined;
  const isNamed = row.verdict === 'untested';
  return reasons.find(
    ({ unreachable = false, codes }) => unreachable === isNamed && codes.some((pattern) => fits(pattern, row.code)),
  );
}

/** The codes, and the operations, of reasons that explain nothing. */
export function unusedReasons(
  reasons: readonly Reason[],
  operations: readonly Pick<OperationEvidence, 'action' | 'codes'>[],
): readonly string[] {
  return reasons.flatMap((reason) => {
    const explained = operations.flatMap(({ action, codes }) =>
      codes.filter((row) => row.reason === reason.reason).map(({ code }) => ({ action, code })),
    );
    const codes = reason.codes.filter((pattern) => !explained.some(({ code }) => fits(pattern, code)));
    const actions = (reason.operations ?? []).filter((one) => !explained.some(({ action }) => action === one));
    return [...codes, ...actions].map((unused) => `${unused} ("${reason.reason}")`);
  });
}

/** What stands against "every code is reached by a test or has a reason, and every reason is one of a code". */
export function codeProblems({ products, unusedReasons }: Evidence): readonly string[] {
  const bare = products.flatMap(({ operations }) =>
    operations.flatMap(({ product, action, codes }) =>
      codes
        .filter(({ verdict, reason }) => verdict === 'untested' || (verdict === 'unanswered' && reason === undefined))
        .map(({ code, status }) => `neither a test nor a reason: ${product} ${action} ${code} (${status})`),
    ),
  );
  return [...bare, ...unusedReasons.map((unused) => `a reason for nothing: ${unused}`)];
}

function fits(pattern: string, code: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
