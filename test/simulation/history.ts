import type { Model } from '../model/model.ts';

/** One run of a piece of work that wanted to keep what it changed. Whether it did is what its mark in the state says. */
export interface Attempt {
  /** The time that a call was carried out at. */
  readonly nowMs: number;
  /** Stands for the call; undefined of what is none. */
  readonly sourceIp: string | undefined;
  /** Until when delayed changes have happened. */
  readonly settledUntilMs: number | undefined;
  /** Until when ClientTokens are forgotten. */
  readonly forgottenUntilMs: number | undefined;
  readonly answer: unknown;
  /** What somebody who runs the server has changed. */
  readonly change: ((model: Model) => void) | undefined;
}

/** Where in the order of changes something was read, and at what time of the server. */
export interface Place {
  /** How many changes it has seen. */
  readonly position: number;
  readonly nowMs: number;
}

/** What the servers of one life have tried, whether or not it was kept. */
export class History {
  readonly #attempts: Attempt[] = [];
  readonly #places = new Map<string, Place>();

  /** The number of the attempt. */
  attempt(attempt: Attempt): number {
    return this.#attempts.push(attempt) - 1;
  }

  attemptOf(number: number): Attempt {
    return this.#attempts[number]!;
  }

  /** Of a call that was refused or only reads; the last word counts. */
  placed(sourceIp: string, place: Place): void {
    this.#places.set(sourceIp, place);
  }

  placeOf(sourceIp: string): Place | undefined {
    return this.#places.get(sourceIp);
  }
}
