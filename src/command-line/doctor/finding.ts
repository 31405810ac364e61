/** How a check ended. */
export type Outcome = 'ok' | 'warning' | 'problem';

/** What one check has found. */
export interface Finding {
  readonly check: string;
  readonly outcome: Outcome;
  /** What is there, in one line. */
  readonly says: string;
  /** What to do about it; what is well needs nothing. */
  readonly todo?: string;
}

export function ok(check: string, says: string): Finding {
  return { check, outcome: 'ok', says };
}

export function warning(check: string, says: string, todo: string): Finding {
  return { check, outcome: 'warning', says, todo };
}

export function problem(check: string, says: string, todo: string): Finding {
  return { check, outcome: 'problem', says, todo };
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The message of anything that was thrown, in one line. */
export function messageOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return String(first);
  const code = 'code' in first ? String(first.code) : first.name;
  return (first.message === '' ? code : first.message)
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}
