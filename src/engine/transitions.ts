import type { ChangeContext, PendingTransition, Random, TransitionOutcome, Transitions } from '../operation/context.ts';
import type { TransitionHandler } from '../operation/transition.ts';
import { sql, tableOf } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** How fast delayed changes happen. `manual` takes the durations of `fast` on a clock that only the control API moves. */
export const transitionProfiles = ['instant', 'fast', 'real', 'manual'] as const;
export type TransitionProfile = (typeof transitionProfiles)[number];

/** The due time of a transition that stays until its operation is called again. */
export const neverMs = Number.MAX_SAFE_INTEGER;

const table = tableOf<PendingTransition>('transition', [
  'resourceType',
  'resourceId',
  'kind',
  'accountId',
  'outcome',
  'dueAtMs',
]);
const selectDue = table.select('WHERE due_at_ms <= ? ORDER BY due_at_ms, resource_type, resource_id LIMIT 500');
const selectOne = table.select('WHERE resource_type = ? AND resource_id = ?');
const deleteOne = sql('DELETE FROM transition WHERE resource_type = ? AND resource_id = ?');
const replaceOne = sql(
  `${table.insert.text} ON CONFLICT (resource_type, resource_id) DO UPDATE
   SET kind = excluded.kind, outcome = excluded.outcome, due_at_ms = excluded.due_at_ms`,
);
const selectFault = sql<{ faultId: string; outcome: TransitionOutcome }>(
  `SELECT fault_id AS "faultId", outcome FROM transition_fault
   WHERE resource_type = ? AND kind = ? AND account_id IN ('', ?) AND resource_id IN ('', ?) AND remaining > 0
   ORDER BY fault_id LIMIT 1`,
);
const useFault = sql('UPDATE transition_fault SET remaining = remaining - 1 WHERE fault_id = ?');
const insertFault = sql(
  `INSERT INTO transition_fault (fault_id, resource_type, kind, account_id, resource_id, outcome, remaining)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);

/** The earliest time at which something is due. */
export const selectNextDue = sql<{ dueAtMs: number | null }>('SELECT MIN(due_at_ms) AS "dueAtMs" FROM transition');

/** A wish that the next delayed changes of a kind go wrong. */
export interface TransitionFault {
  readonly resourceType: string;
  readonly kind: string;
  readonly accountId?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly outcome: TransitionOutcome;
  readonly count: number;
}

export async function recordTransitionFault(tx: Transaction, fault: TransitionFault, faultId: string): Promise<void> {
  await tx.run(
    insertFault,
    faultId,
    fault.resourceType,
    fault.kind,
    fault.accountId ?? '',
    fault.resourceId ?? '',
    fault.outcome,
    fault.count,
  );
}

/** The kinds of delayed change this build knows, and how long each takes under a profile. */
export class TransitionTable {
  readonly #handlers: ReadonlyMap<string, TransitionHandler>;
  readonly #profile: TransitionProfile;

  constructor(handlers: readonly TransitionHandler[], profile: TransitionProfile) {
    this.#handlers = new Map(handlers.map((handler) => [`${handler.resourceType}/${handler.kind}`, handler]));
    this.#profile = profile;
  }

  /** Every known kind, as `resource-type/kind`. */
  names(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  /** Why no such change can end so, in words that name those that can; undefined when it can. */
  problemWith(name: string, outcome: TransitionOutcome): string | undefined {
    const handler = this.#handlers.get(name);
    if (handler === undefined) return `${name} is none of ${this.names().join(', ')}`;
    if (outcome !== 'fail' || handler.fail !== undefined) return undefined;
    const failing = this.names().filter((one) => this.#handlers.get(one)?.fail !== undefined);
    return `${name} never fails; those that can are ${failing.join(', ')}`;
  }

  /** Those that are due some time after they were asked for. */
  timed(): readonly TransitionHandler[] {
    return [...this.#handlers.values()].filter(({ isAppointed }) => !isAppointed);
  }

  handler(resourceType: string, kind: string): TransitionHandler {
    const handler = this.#handlers.get(`${resourceType}/${kind}`);
    if (!handler) throw new Error(`no transition ${kind} of ${resourceType}`);
    return handler;
  }

  /** The same kinds, with no time between a change that is asked for and its end. */
  instantly(): TransitionTable {
    return new TransitionTable([...this.#handlers.values()], 'instant');
  }

  durationMs(handler: TransitionHandler): number {
    if (this.#profile === 'instant') return 0;
    return this.#profile === 'real' ? handler.realMs : handler.fastMs;
  }
}

/** What is due before the transaction that schedules it ends, by resource; it is never stored. */
export type AtOnce = Map<string, PendingTransition>;

/** Schedules in one transaction, at one time, for one account. */
export class ScheduledTransitions implements Transitions {
  readonly #tx: Transaction;
  readonly #nowMs: number;
  readonly #accountId: string;
  readonly #known: TransitionTable;
  readonly #onScheduled: (dueAtMs: number) => void;
  readonly #atOnce: AtOnce | undefined;

  /** @param atOnce takes what is due at once, to be applied by `applyAtOnce`; without it everything is stored */
  constructor(
    tx: Transaction,
    nowMs: number,
    accountId: string,
    known: TransitionTable,
    onScheduled: (dueAtMs: number) => void,
    atOnce?: AtOnce,
  ) {
    this.#tx = tx;
    this.#nowMs = nowMs;
    this.#accountId = accountId;
    this.#known = known;
    this.#onScheduled = onScheduled;
    this.#atOnce = atOnce;
  }

  async schedule(resourceType: string, resourceId: string, kind: string): Promise<void> {
    const durationMs = this.#known.durationMs(this.#known.handler(resourceType, kind));
    await this.scheduleAt(resourceType, resourceId, kind, this.#nowMs + durationMs);
  }

  async scheduleAt(resourceType: string, resourceId: string, kind: string, wantedAtMs: number): Promise<void> {
    const accountId = this.#accountId;
    const fault = await this.#tx.one(selectFault, resourceType, kind, accountId, resourceId);
    if (fault) await this.#tx.run(useFault, fault.faultId);
    const outcome = fault?.outcome ?? 'complete';
    const dueAtMs = outcome === 'stick' ? neverMs : wantedAtMs;
    if (this.#atOnce !== undefined && dueAtMs <= this.#nowMs) {
      await this.#tx.run(deleteOne, resourceType, resourceId);
      const pending = { resourceType, resourceId, kind, accountId, outcome, dueAtMs };
      this.#atOnce.set(`${resourceType} ${resourceId}`, pending);
      return;
    }
    this.#atOnce?.delete(`${resourceType} ${resourceId}`);
    await this.#tx.run(replaceOne, resourceType, resourceId, kind, accountId, outcome, dueAtMs);
    this.#onScheduled(dueAtMs);
  }

  async again(resourceType: string, resourceId: string, kind: string): Promise<void> {
    const pending = await this.pending(resourceType, resourceId);
    if (pending?.kind === kind && pending.dueAtMs !== neverMs) return;
    await this.schedule(resourceType, resourceId, kind);
  }

  async pending(resourceType: string, resourceId: string): Promise<PendingTransition | undefined> {
    return this.#atOnce?.get(`${resourceType} ${resourceId}`) ?? this.#tx.one(selectOne, resourceType, resourceId);
  }

  async cancel(resourceType: string, resourceId: string): Promise<void> {
    this.#atOnce?.delete(`${resourceType} ${resourceId}`);
    await this.#tx.run(deleteOne, resourceType, resourceId);
  }

  happensAtOnce(resourceType: string, resourceId: string): boolean {
    return this.#atOnce?.has(`${resourceType} ${resourceId}`) === true;
  }
}

const nobody = (): void => undefined;

/** A delayed change could not be applied: a defect of its handler. */
export class TransitionFailed extends Error {
  override readonly name = 'TransitionFailed';
  readonly transition: PendingTransition;

  constructor(transition: PendingTransition, cause: unknown) {
    super(`${transition.resourceType} ${transition.resourceId} could not ${transition.kind}`, { cause });
    this.transition = transition;
  }
}

const setAside = sql('UPDATE transition SET due_at_ms = ? WHERE resource_type = ? AND resource_id = ?');

/** Leaves a delayed change that cannot be applied where it is, so that it keeps no other from being applied. */
export async function setTransitionAside(
  tx: Transaction,
  { resourceType, resourceId }: PendingTransition,
): Promise<void> {
  await tx.run(setAside, neverMs, resourceType, resourceId);
}

/**
 * Applies everything due by `nowMs`, earliest first, each at its own due time, so that chains of changes land where
 * they would have landed one by one.
 * @returns what was applied
 */
export async function applyDue(
  tx: Transaction,
  nowMs: number,
  random: Random,
  known: TransitionTable,
): Promise<readonly PendingTransition[]> {
  const applied: PendingTransition[] = [];
  for (;;) {
    const due = await tx.all(selectDue, nowMs);
    if (due.length === 0) return applied;
    for (const transition of due) {
      const current = await tx.one(selectOne, transition.resourceType, transition.resourceId);
      if (current === undefined || current.kind !== transition.kind || current.dueAtMs !== transition.dueAtMs) continue;
      await tx.run(deleteOne, transition.resourceType, transition.resourceId);
      const { dueAtMs, accountId } = transition;
      const transitions = new ScheduledTransitions(tx, dueAtMs, accountId, known, nobody);
      await apply(transition, known, { tx, nowMs: dueAtMs, random, transitions });
      applied.push(transition);
    }
  }
}

/**
 * Applies what a call has scheduled to happen at once, and what follows from it at once, in the transaction of the call:
 * a third of the time of a deletion, which would store it, find it and take it away again in another transaction.
 * @returns what was applied
 */
export async function applyAtOnce(
  tx: Transaction,
  atOnce: AtOnce,
  random: Random,
  known: TransitionTable,
  onScheduled: (dueAtMs: number) => void,
): Promise<readonly PendingTransition[]> {
  const applied: PendingTransition[] = [];
  while (atOnce.size > 0) {
    const [key, transition] = [...atOnce].reduce((one, other) => (isBefore(other[1], one[1]) ? other : one));
    atOnce.delete(key);
    const { dueAtMs, accountId } = transition;
    const transitions = new ScheduledTransitions(tx, dueAtMs, accountId, known, onScheduled, atOnce);
    await apply(transition, known, { tx, nowMs: dueAtMs, random, transitions });
    applied.push(transition);
  }
  return applied;
}

/** The order of `selectDue`. */
function isBefore(one: PendingTransition, other: PendingTransition): boolean {
  if (one.dueAtMs !== other.dueAtMs) return one.dueAtMs < other.dueAtMs;
  if (one.resourceType !== other.resourceType) return one.resourceType < other.resourceType;
  return one.resourceId < other.resourceId;
}

async function apply(transition: PendingTransition, known: TransitionTable, context: ChangeContext): Promise<void> {
  const handler = known.handler(transition.resourceType, transition.kind);
  const change = transition.outcome === 'fail' && handler.fail ? handler.fail : handler.complete;
  const { accountId, resourceType, resourceId, kind, dueAtMs: atMs } = transition;
  context.tx.by?.({ transition: { resourceType, resourceId, kind }, accountId, regionId: '', atMs });
  try {
    await change(transition.resourceId, context);
  } catch (error) {
    throw isDefect(error) ? new TransitionFailed(transition, error) : error;
  }
}

/** Errors of the database have codes and concern the whole transaction; anything else is a mistake in a handler. */
function isDefect(error: unknown): boolean {
  return (error as { code?: unknown }).code === undefined;
}
