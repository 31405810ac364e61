import type { RequestFault } from '../faults/request-fault.ts';
import type { HttpResponse, Loss } from './http-message.ts';

/** How long a request hangs unless told otherwise. */
const hangLimitMs = 60_000;

/** An answer as its client gets it from a request that met a fault: with the time to wait, or lost on its way. */
export function withFault(answer: HttpResponse, fault: RequestFault): HttpResponse {
  const loss = lossOf(fault);
  if (loss !== undefined) return { ...answer, loss };
  if (fault.retryAfterMs === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'x-acs-retry-after': String(fault.retryAfterMs) } };
}

function lossOf({ effect, maxMs }: RequestFault): Loss | undefined {
  switch (effect) {
    case 'reset-before':
    case 'reset-after':
      return { kind: 'reset' };
    case 'truncate':
      return { kind: 'truncate' };
    case 'hang':
      return { kind: 'hang', limitMs: maxMs ?? hangLimitMs };
    default:
      return undefined;
  }
}
