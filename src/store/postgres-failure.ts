/** What the failure of a statement means for its transaction. */
export type FailureKind =
  /** The connection is lost, or the server ends it: nothing more can be asked over it. */
  | 'gone'
  /** It could not be serialized with, or waited in a circle for, another transaction: to be run again. */
  | 'conflict'
  /** A key is there already; perhaps of a transaction that committed meanwhile, which running it again tells. */
  | 'duplicate'
  /** Its account, which this server still knows, is gone: another one has reset the state. */
  | 'orphan'
  /** Another transaction holds for too long what this one waits for. */
  | 'waited'
  | 'other';

const kinds: Readonly<Record<string, FailureKind>> = {
  '40001': 'conflict',
  '40P01': 'conflict',
  '23505': 'duplicate',
  '55P03': 'waited',
  // The session was ended for being idle inside a transaction.
  '25P03': 'gone',
};

interface DatabaseFailure {
  readonly code?: string;
  readonly message?: string;
  /** The name of the one that is violated. */
  readonly constraint?: string;
}

/** Of no failure, `other`: then it is not one of the database. */
export function kindOfFailure(failure: unknown): FailureKind {
  if (failure === undefined) return 'other';
  const { code, message = '', constraint = '' } = failure as DatabaseFailure;
  if (code === undefined) return /connection|terminated|timeout|closed/i.test(message) ? 'gone' : 'other';
  // 57P0x: the server shuts down or ends the session; 08xxx: connection exceptions; E...: errors of the socket.
  if (code.startsWith('57P0') || code.startsWith('08') || /^E[A-Z]+$/.test(code)) return 'gone';
  if (code === '23503' && constraint.endsWith('_account_id_fkey')) return 'orphan';
  return kinds[code] ?? 'other';
}
