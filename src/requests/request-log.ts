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
  /** In the order of their answers. */
  readonly #requests = new Map<string, AnsweredRequest>();
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
    this.#requests.set(request.requestId, request);
    this.#bytes += request.sizeBytes;
    while (this.#requests.size > this.#limits.count || this.#bytes > this.#limits.bytes) this.#dropOldest();
    for (const listener of this.#listeners) listener(request);
  }

  find(requestId: string): AnsweredRequest | undefined {
    return this.#requests.get(requestId);
  }

  /** Newest first. */
  newestFirst(): readonly AnsweredRequest[] {
    return [...this.#requests.values()].reverse();
  }

  /** Tells of every request from now on; answers what ends it. The listener must not throw. */
  subscribe(listener: (request: AnsweredRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #dropOldest(): void {
    const [oldest] = this.#requests.values();
    if (oldest === undefined) return;
    this.#requests.delete(oldest.requestId);
    this.#bytes -= oldest.sizeBytes;
  }
}
