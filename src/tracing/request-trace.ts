import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type Span, type SpanOptions, type Tracer, trace } from '@opentelemetry/api';

/** What is traced of one request: its span, and the one that the next is a part of. */
export interface RequestTrace {
  readonly root: Span;
  /** Steps follow each other, so that there is one at a time. */
  current: Context;
}

/** The request that is being answered, for whoever works on it. */
export const currentTrace = new AsyncLocalStorage<RequestTrace>();

/** Begins a span inside what the request is at; undefined outside of any request. */
export function beginPart(tracer: Tracer, name: string, options: SpanOptions = {}): Span | undefined {
  const of = currentTrace.getStore();
  return of === undefined ? undefined : tracer.startSpan(name, options, of.current);
}

/** Has what is begun until `end` be a part of the span. */
export function within(span: Span): { end(): void } {
  const of = currentTrace.getStore();
  const before = of?.current;
  if (of !== undefined) of.current = trace.setSpan(of.current, span);
  return {
    end() {
      span.end();
      if (of !== undefined && before !== undefined) of.current = before;
    },
  };
}
