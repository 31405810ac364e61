import type { HttpResponse } from '../gateway/http-message.ts';
import type { RequestRecord } from '../gateway/pipeline.ts';
import type { Refusal } from '../operation/refusal.ts';
import { type AnsweredRequest, answeredRequest, unreadRequest } from './answered-request.ts';
import { RefusalWitness } from './refusal/witness.ts';

/** How much a log keeps; the oldest go first. */
interface RequestLogLimits {
  readonly count: number;
  readonly bytes: number;
}

const defaultBytes = 32 * 1024 * 1024;

/** The requests that were answered last, in memory. */
export class RequestLog {
  readonly #limits: RequestLogLimits;
  /**
   * In the order of their answers; those before `#first` are dropped. Not a map: taking the oldest out of one walks over
   * all that were taken out before, 5 us a request.
   */
  #requests: (AnsweredRequest | undefined)[] = [];
  #first = 0;
  readonly #listeners = new Set<(request: AnsweredRequest) => void>();
  #bytes = 0;

  /** @param bytes roughly; 32 MB unless told otherwise */
  constructor({ count, bytes = defaultBytes }: { readonly count: number; readonly bytes?: number }) {
    this.#limits = { count, bytes };
  }

  /** Looks at the state for what is refused; give it to the engine as an observer. */
  readonly witness = new RefusalWitness();

  readonly record = (record: RequestRecord): void => {
    const evidence = record.refusal && this.witness.take(record.exchange.requestId);
    this.#add(answeredRequest(record, evidence));
  };

  /** Keeps what never became a request of the protocol. */
  recordUnread(requestId: string, refusal: Refusal, answer: HttpResponse): void {
    this.#add(unreadRequest(requestId, refusal, answer));
  }

  #add(request: AnsweredRequest): void {
    this.#requests.push(request);
    this.#bytes += request.sizeBytes;
    while (this.#size > this.#limits.count || this.#bytes > this.#limits.bytes) this.#dropOldest();
    for (const listener of this.#listeners) listener(request);
  }

  find(requestId: string): AnsweredRequest | undefined {
    return this.newestFirst().find((request) => request.requestId === requestId);
  }

  /** Newest first. */
  newestFirst(): readonly AnsweredRequest[] {
    return this.#requests.flatMap((request) => request ?? []).reverse();
  }

  /** Tells of every request from now on; answers what ends it. The listener must not throw. */
  subscribe(listener: (request: AnsweredRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #size(): number {
    return this.#requests.length - this.#first;
  }

  #dropOldest(): void {
    this.#bytes -= this.#requests[this.#first]?.sizeBytes ?? 0;
    this.#requests[this.#first] = undefined;
    this.#first += 1;
    if (this.#first * 2 < this.#requests.length) return;
    this.#requests = this.#requests.slice(this.#first);
    this.#first = 0;
  }
}
