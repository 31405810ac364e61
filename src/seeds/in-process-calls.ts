import type { Identity } from '../access/identity.ts';
import type { ProductName } from '../contracts/contract.ts';
import { findContract, productVersions } from '../contracts/load.ts';
import { operationContext } from '../engine/call.ts';
import { applyDue, ScheduledTransitions, type TransitionTable } from '../engine/transitions.ts';
import type { Exchange } from '../gateway/exchange.ts';
import { validate } from '../gateway/steps/validate.ts';
import type { ChangeContext, Random } from '../operation/context.ts';
import type { Operation } from '../operation/operation.ts';
import { isRefusal, type Refusal } from '../operation/refusal.ts';
import type { Transaction } from '../store/store.ts';
import type { WantedCall } from './wanted-call.ts';

/** What calls are carried out with. */
export interface CallingParts {
  readonly operations: ReadonlyMap<ProductName, ReadonlyMap<string, Operation>>;
  readonly transitionTable: TransitionTable;
  readonly random: Random;
  readonly nowMs: number;
}

/** Who calls, and in which region. */
export interface CallingScope {
  readonly identity: Identity;
  readonly regionId: string;
}

/**
 * Carries out calls of operations in one transaction of the caller's, by all rules for their parameters. What they set
 * going has ended when the answer is there.
 */
export class InProcessCalls {
  readonly #tx: Transaction;
  readonly #parts: CallingParts;
  readonly #instantly: TransitionTable;
  readonly #chosenIds = new Map<string, string>();
  readonly #random: Random;

  constructor(tx: Transaction, parts: CallingParts) {
    this.#tx = tx;
    this.#parts = parts;
    this.#instantly = parts.transitionTable.instantly();
    this.#random = { ...parts.random, chosenId: (prefix) => this.#takeChosen(prefix) };
  }

  /** @param chosenIds the ids that the call is to give to the resources that it makes, by prefix */
  async carryOut(
    { product, action, parameters }: WantedCall,
    { identity, regionId }: CallingScope,
    chosenIds: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Readonly<Record<string, unknown>> | Refusal> {
    const operation = this.#parts.operations.get(product)?.get(action);
    const version = productVersions().find((one) => one.product === product)?.version ?? '';
    const contract = findContract(version, action);
    if (operation === undefined || contract === undefined) throw new Error(`there is no ${product} ${action}`);
    const exchange = exchangeOf({ ...parameters, RegionId: regionId });
    Object.assign(exchange, { contract, operation, identity });
    const refusal = validate(exchange);
    if (refusal !== undefined) return refusal;
    this.#chosenIds.clear();
    for (const [prefix, id] of Object.entries(chosenIds)) if (id !== undefined) this.#chosenIds.set(prefix, id);
    const prepared = await operation.prepare?.();
    const call = {
      operation,
      parameters: exchange.input ?? {},
      account: identity.account,
      caller: identity.key,
      regionId,
      regionGiven: true,
      endpoint: '',
      origin: { sourceIp: '127.0.0.1', secure: false },
    };
    const context = operationContext(call, { ...this.#changes(identity.account.accountId), tokenOnLastPage: false });
    const answer = await operation.execute(call.parameters as never, context, prepared);
    if (!isRefusal(answer)) await applyDue(this.#tx, this.#parts.nowMs, this.#random, this.#instantly);
    return answer as Readonly<Record<string, unknown>> | Refusal;
  }

  #changes(accountId: string): ChangeContext {
    const { nowMs } = this.#parts;
    const transitions = new ScheduledTransitions(this.#tx, nowMs, accountId, this.#instantly, () => undefined);
    return { tx: this.#tx, nowMs, random: this.#random, transitions };
  }

  #takeChosen(prefix: string): string | undefined {
    const id = this.#chosenIds.get(prefix);
    this.#chosenIds.delete(prefix);
    return id;
  }
}

function exchangeOf(parameters: Readonly<Record<string, unknown>>): Exchange {
  const flat = new Map<string, string>();
  flatten('', parameters, flat);
  const request = {
    method: 'POST',
    path: '/',
    query: '',
    headers: {},
    body: Buffer.alloc(0),
    secure: false,
    remoteAddress: '127.0.0.1',
  };
  return {
    request,
    requestId: '',
    receivedAtMs: 0,
    format: 'json',
    parameters: { query: new Map(), all: flat },
  };
}

/** Lists and objects as the protocol spreads them over names: `Tag.1.Key`. */
function flatten(name: string, value: unknown, into: Map<string, string>): void {
  if (value === undefined) return;
  const below = name === '' ? '' : `${name}.`;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) flatten(`${below}${index + 1}`, item, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, item] of Object.entries(value)) flatten(`${below}${member}`, item, into);
  } else {
    into.set(name, String(value));
  }
}
