import type { HttpHandler } from '../gateway/http-message.ts';
import type { RequestRecord } from '../gateway/pipeline.ts';
import type { Step } from '../gateway/step.ts';
import type { Store } from '../store/store.ts';

/** Traces of requests: a span a request, and spans for what takes time in it. */
export interface Tracing {
  /** The span of a request continues that of its `traceparent` header. */
  traceHandler(handle: HttpHandler): HttpHandler;
  traceSteps(steps: readonly Step[]): readonly Step[];
  traceStore(store: Store): Store;
  /** What the request was, once it is known. */
  record(record: RequestRecord): void;
  /** Sends what has not been sent yet, for a few seconds at most. */
  close(): Promise<void>;
}
