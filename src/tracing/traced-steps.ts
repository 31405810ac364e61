import type { Tracer } from '@opentelemetry/api';
import type { Step } from '../gateway/step.ts';
import { beginPart, within } from './request-trace.ts';

/** A step that has a span of its own, as long as it takes. */
export function tracedStep(tracer: Tracer, name: string, step: Step): Step {
  return (exchange, parts) => {
    const span = beginPart(tracer, name);
    if (span === undefined) return step(exchange, parts);
    const part = within(span);
    let outcome: ReturnType<Step>;
    try {
      outcome = step(exchange, parts);
    } catch (error) {
      part.end();
      throw error;
    }
    if (outcome instanceof Promise) return outcome.finally(() => part.end());
    part.end();
    return outcome;
  };
}
