import type { PendingTransition, Random } from '../operation/context.ts';
import { isRefusal, type Refusal } from '../operation/refusal.ts';
import { forget, keep, type Store, StoreUnavailable, type Transaction } from '../store/store.ts';
import { type Call, operationContext } from './call.ts';
import type { Clock } from './clock.ts';
import { forgetExpired, remember, replay, type TokenedCall, tokenedCall } from './idempotency.ts';
import { KeyUse } from './key-use.ts';
import type { EngineObserver } from './observer.ts';
import {
  type AtOnce,
  applyAtOnce,
  applyDue,
  neverMs,
  ScheduledTransitions,
  selectNextDue,
  setTransitionAside,
  TransitionFailed,
  type TransitionTable,
} from './transitions.ts';

export interface EngineParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly transitions: TransitionTable;
  /** See `OperationContext`; false when not given. */
  readonly tokenOnLastPage?: boolean;
  /** Told what must not happen: a delayed change whose handler throws. */
  readonly onDefect?: (error: unknown) => void;
  readonly observer?: EngineObserver | undefined;
}

const purgeEveryMs = 60 * 60 * 1000;

/** Runs operations: due transitions first, then the operation in one transaction, repeated calls answered as before. */
export class Engine {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #transitions: TransitionTable;
  readonly #tokenOnLastPage: boolean;
  readonly #onDefect: (error: unknown) => void;
  readonly #observer: EngineObserver | undefined;
  readonly #keyUse: KeyUse;
  /** Where no other process writes, the earliest due time is known without asking the state. */
  #nextDueMs = 0;
  #purgeAtMs = 0;
  /** How often what was due could not be applied. */
  #failedSettlements = 0;
  readonly #applied = new Map<string, number>();
  /** What waits to be begun: every transition due by then. */
  #settling: { untilMs: number; settled: Promise<void> } | undefined;

  constructor(parts: EngineParts) {
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#transitions = parts.transitions;
    this.#tokenOnLastPage = parts.tokenOnLastPage ?? false;
    this.#onDefect = parts.onDefect ?? (() => undefined);
    this.#observer = parts.observer;
    this.#keyUse = new KeyUse(parts.store);
  }

  /** How many delayed changes of each kind it has applied, by `resource-type/kind`. */
  get appliedTransitions(): ReadonlyMap<string, number> {
    return this.#applied;
  }

  /** The time of the modelled world, in milliseconds. */
  nowMs(): number {
    return this.#clock.nowMs();
  }

  /** Call it before the time matters: the clock may be one that other servers move. */
  catchUp(): Promise<void> | undefined {
    return this.#clock.catchUp?.();
  }

  /** The success body without its RequestId, or the refusal. */
  async execute(call: Call): Promise<object | Refusal> {
    const nowMs = this.#clock.nowMs();
    const noted = this.#keyUse.note(call.caller, nowMs);
    if (noted !== undefined) await noted;
    const failures = this.#failedSettlements;
    // What others have queued on the embedded engine to be applied before the call may turn out not to be.
    const isOvertaken = () => this.#store.exclusive && this.#failedSettlements !== failures;
    if (!(await this.#isDue(nowMs))) return (await this.#runNow(call, nowMs, isOvertaken)) ?? this.execute(call);
    const settled = this.#settleTogether(nowMs, call.account.accountId);
    // On the embedded engine the queue keeps the order, so that both share one commit.
    if (this.#store.exclusive && call.operation.changes) {
      const [, answer] = await Promise.all([settled, this.#runNow(call, nowMs, isOvertaken)]);
      return answer ?? this.execute(call);
    }
    // A state that cannot be written can still be read, as it was.
    await (call.operation.changes ? settled : settled.catch(unlessUnavailable));
    return this.#runNow(call, nowMs);
  }

  /** Applies every transition due by `nowMs`. One that cannot be applied is set aside and reported, the others happen. */
  settle(nowMs: number = this.#clock.nowMs()): Promise<void> {
    return this.#settleUntil(() => nowMs);
  }

  /** @param untilMs asked when it is begun */
  async #settleUntil(untilMs: () => number, lane?: string): Promise<void> {
    for (;;) {
      try {
        const { applied } = await this.#store.write(async (tx) => {
          const settlement = await this.#applyDue(tx, untilMs());
          // No sooner and no later: whoever comes before this is carried out after it, or finds what is due as well.
          this.#nextDueMs = settlement.nextDueMs;
          return keep(settlement);
        }, lane);
        for (const { resourceType, kind } of applied) this.#countApplied(`${resourceType}/${kind}`);
        return;
      } catch (error) {
        this.#failedSettlements += 1;
        this.stateReplaced();
        if (!(error instanceof TransitionFailed)) throw error;
        this.#onDefect(error);
        await this.#store.write(async (tx) => keep(await setTransitionAside(tx, error.transition)));
      }
    }
  }

  /** Calls that find something due at the same time have it applied once. */
  async #settleTogether(nowMs: number, lane: string): Promise<void> {
    if (this.#settling !== undefined) {
      this.#settling.untilMs = Math.max(this.#settling.untilMs, nowMs);
      return this.#settling.settled;
    }
    const settling = { untilMs: nowMs, settled: Promise.resolve() };
    const end = (): void => {
      if (this.#settling === settling) this.#settling = undefined;
    };
    this.#settling = settling;
    settling.settled = this.#settleUntil(() => {
      // What is read from here on may be older than what the next call has seen.
      end();
      return settling.untilMs;
    }, lane).finally(end);
    return settling.settled;
  }

  #countApplied(name: string): void {
    this.#applied.set(name, (this.#applied.get(name) ?? 0) + 1);
  }

  /** Answers what was applied, and when the next one is due. */
  async #applyDue(tx: Transaction, nowMs: number) {
    const applied = await applyDue(tx, nowMs, this.#random, this.#transitions);
    if (nowMs >= this.#purgeAtMs) {
      this.#purgeAtMs = nowMs + purgeEveryMs;
      await forgetExpired(tx, nowMs);
    }
    return { applied, nextDueMs: (await tx.one(selectNextDue))?.dueAtMs ?? neverMs };
  }

  /** Forgets what is known about the state; call it when the state was replaced. */
  stateReplaced(): void {
    this.stateExtended();
    this.#observer?.stateReplaced?.();
  }

  /** Looks anew at what is due, and notes anew which keys are used; call it when a seed has added something. */
  stateExtended(): void {
    this.#nextDueMs = 0;
    this.#keyUse.forget();
  }

  async #isDue(nowMs: number): Promise<boolean> {
    if (this.#store.exclusive) return this.#nextDueMs <= nowMs || this.#purgeAtMs <= nowMs;
    return ((await this.#store.peek(selectNextDue))?.dueAtMs ?? neverMs) <= nowMs;
  }

  readonly #noteDue = (dueAtMs: number): void => {
    if (dueAtMs < this.#nextDueMs) this.#nextDueMs = dueAtMs;
  };

  /** Nothing, and nothing done, when it is overtaken. */
  async #runNow(call: Call, nowMs: number): Promise<object | Refusal>;
  async #runNow(call: Call, nowMs: number, isOvertaken: () => boolean): Promise<object | Refusal | undefined>;
  async #runNow(call: Call, nowMs: number, isOvertaken = () => false): Promise<object | Refusal | undefined> {
    if (!call.operation.changes) {
      return this.#store.read(async (tx) => (isOvertaken() ? undefined : this.#run(call, tx, nowMs)));
    }
    const token = tokenedCall(call.account.accountId, call.operation.action, call.regionId, call.parameters);
    if (isRefusal(token)) return token;
    const { prepare } = call.operation;
    const prepared = prepare === undefined ? undefined : await prepare();
    try {
      return await this.#write(call, nowMs, token, prepared, new Map(), isOvertaken);
    } catch (error) {
      if (!(error instanceof TransitionFailed)) throw error;
      // The call is not to blame: it is carried out, and what follows is set aside by those who come next.
      return this.#write(call, nowMs, token, prepared, undefined, isOvertaken);
    }
  }

  /** @param atOnce for what the call has happen at once; without it that is left to the next call */
  async #write(
    call: Call,
    nowMs: number,
    token: TokenedCall | undefined,
    prepared: unknown,
    atOnce: AtOnce | undefined,
    isOvertaken: () => boolean,
  ): Promise<object | Refusal | undefined> {
    let applied: readonly PendingTransition[] = [];
    const answer = await this.#store.write(async (tx) => {
      if (isOvertaken()) return forget(undefined);
      // Work may run more than once.
      atOnce?.clear();
      tx.by?.({ requestId: call.requestId, accountId: call.account.accountId, regionId: call.regionId, atMs: nowMs });
      const known = token && (await replay(tx, token, nowMs));
      if (known) return forget(known);
      const answer = await this.#run(call, tx, nowMs, prepared, atOnce);
      if (isRefusal(answer)) return forget(answer);
      if (token) await remember(tx, token, answer, nowMs);
      if (atOnce && atOnce.size > 0) {
        applied = await applyAtOnce(tx, atOnce, this.#random, this.#transitions, this.#noteDue);
      }
      return keep(answer);
    }, call.account.accountId);
    for (const { resourceType, kind } of applied) this.#countApplied(`${resourceType}/${kind}`);
    return answer;
  }

  async #run(
    call: Call,
    tx: Transaction,
    nowMs: number,
    prepared?: unknown,
    atOnce?: AtOnce,
  ): Promise<object | Refusal> {
    const { accountId } = call.account;
    const context = operationContext(call, {
      tx,
      nowMs,
      random: this.#random,
      transitions: new ScheduledTransitions(tx, nowMs, accountId, this.#transitions, this.#noteDue, atOnce),
      tokenOnLastPage: this.#tokenOnLastPage,
    });
    const answer = await call.operation.execute(call.parameters as never, context, prepared);
    if (this.#observer?.refused !== undefined && isRefusal(answer)) {
      await this.#observer.refused(call, answer, { tx, nowMs });
    }
    return answer;
  }
}

function unlessUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}
