import type { TransitionOutcome } from '../operation/context.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** A delayed change that is to go wrong, as it is in the state for every server of it. */
export interface SetTransitionFault {
  readonly faultId: string;
  readonly resourceType: string;
  readonly kind: string;
  /** Empty for any. */
  readonly accountId: string;
  /** Empty for any. */
  readonly resourceId: string;
  readonly outcome: TransitionOutcome;
  /** How many changes it still meets. */
  readonly remaining: number;
}

const selectAll = sql<SetTransitionFault>(
  `SELECT fault_id AS "faultId", resource_type AS "resourceType", kind, account_id AS "accountId",
     resource_id AS "resourceId", outcome, remaining
   FROM transition_fault WHERE remaining > 0 ORDER BY fault_id`,
);
const deleteOne = sql('DELETE FROM transition_fault WHERE fault_id = ?');
const deleteAll = sql('DELETE FROM transition_fault');

/** Those that can still meet a delayed change. */
export function listTransitionFaults(tx: Transaction): Promise<readonly SetTransitionFault[]> {
  return tx.all(selectAll);
}

/** Whether there was one with this id. */
export async function removeTransitionFault(tx: Transaction, faultId: string): Promise<boolean> {
  return (await tx.run(deleteOne, faultId)) > 0;
}

export async function clearTransitionFaults(tx: Transaction): Promise<void> {
  await tx.run(deleteAll);
}
