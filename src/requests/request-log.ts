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
  /** Looks at the state for what is refused; give it to the engine as an observer. */
  readonly witness = new RefusalWitness();
  readonly #limits: RequestLogLimits;
  /** A ring: the oldest is at `#oldest`. A map would be slow to forget its first entry. */
  readonly #requests: (AnsweredRequest | undefined)[] = [];
  readonly #listeners = new Set<(request: AnsweredRequest) => void>();
  #oldest = 0;
  #count = 0;
  #bytes = 0;

  /** @param bytes roughly; 32 MB unless told otherwise */
  constructor({ count, bytes = defaultBytes }: { readonly count: number; readonly bytes?: number }) {
    this.#limits = { count, bytes };
  }

  readonly record = (record: RequestRecord): void => {
    const evidence = record.refusal && this.witness.take(record.exchange.requestId);
    this.#add(answeredRequest(record, evidence));
  };

  /** Keeps what never became a request of the protocol. */
  recordUnread(requestId: string, refusal: Refusal, answer: HttpResponse): void {
    this.#add(unreadRequest(requestId, refusal, answer));
  }

  find(requestId: string): AnsweredRequest | undefined {
    return this.#requests.find((request) => request?.requestId === requestId);
  }

  newestFirst(): readonly AnsweredRequest[] {
    const { count } = this.#limits;
    const requests: AnsweredRequest[] = [];
    for (let age = 1; age <= this.#count; age += 1) {
      const request = this.#requests[(this.#oldest + this.#count - age) % count];
      if (request !== undefined) requests.push(request);
    }
    return requests;
  }

  /** Tells of every request from now on; answers what ends it. The listener must not throw. */
  subscribe(listener: (request: AnsweredRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #add(request: AnsweredRequest): void {
    const { count, bytes } = this.#limits;
    if (this.#count === count) this.#dropOldest();
    this.#requests[(this.#oldest + this.#count) % count] = request;
    this.#count += 1;
    this.#bytes += request.sizeBytes;
    while (this.#bytes > bytes) this.#dropOldest();
    for (const listener of this.#listeners) listener(request);
  }

  #dropOldest(): void {
    this.#bytes -= this.#requests[this.#oldest]?.sizeBytes ?? 0;
    this.#requests[this.#oldest] = undefined;
    this.#oldest = (this.#oldest + 1) % this.#limits.count;
    this.#count -= 1;
  }
}
