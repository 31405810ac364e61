import { createRandom } from '../engine/random.ts';
import type { Random } from '../operation/context.ts';
import { type FaultableCall, matches } from './matches.ts';
import type { RequestFault, WantedRequestFault } from './request-fault.ts';

/** What meets one request. */
export interface MetFaults {
  /** How long it is held up before anything else, in milliseconds. */
  readonly delayMs: number;
  /** What becomes of it then; undefined when it is only late. */
  readonly fault: RequestFault | undefined;
}

interface SetFault {
  fault: RequestFault;
  readonly random: Random;
}

const drawnFrom = 2 ** 32;

/** The request faults of this server. They are in its memory: another server of the same state has its own. */
export class RequestFaults {
  readonly #faults = new Map<string, SetFault>();

  /** True when no request needs to be looked at. */
  get isEmpty(): boolean {
    return this.#faults.size === 0;
  }

  add(wanted: WantedRequestFault, faultId: string): RequestFault {
    const fault = { ...wanted, faultId, met: 0 };
    this.#faults.set(faultId, { fault, random: createRandom(wanted.seed) });
    return fault;
  }

  /** Those that can still meet a request, in the order they were added. */
  list(): readonly RequestFault[] {
    return [...this.#faults.values()].map(({ fault }) => fault);
  }

  /** Whether there was one with this id. */
  remove(faultId: string): boolean {
    return this.#faults.delete(faultId);
  }

  /** Removes all, or those that are for one account only. */
  clear(accountId?: string): void {
    for (const { faultId, account } of this.list()) {
      if (accountId === undefined || accountId === account) this.#faults.delete(faultId);
    }
  }

  /** What meets this request, and counts as having met it: every delay, and the first of the others. */
  meet(call: FaultableCall): MetFaults {
    let delayMs = 0;
    for (const set of this.#faults.values()) {
      const { fault, random } = set;
      if (!matches(fault, call) || !isDrawn(fault, random)) continue;
      this.#count(set);
      if (fault.effect !== 'delay') return { delayMs, fault };
      delayMs += delayOf(fault, random);
    }
    return { delayMs, fault: undefined };
  }

  #count(set: SetFault): void {
    const met = set.fault.met + 1;
    if (met === set.fault.times) this.#faults.delete(set.fault.faultId);
    else set.fault = { ...set.fault, met };
  }
}

function isDrawn({ rate }: RequestFault, random: Random): boolean {
  return rate === undefined || random.below(drawnFrom) < rate * drawnFrom;
}

function delayOf({ minMs = 0, maxMs = minMs }: RequestFault, random: Random): number {
  return minMs + random.below(maxMs - minMs + 1);
}
