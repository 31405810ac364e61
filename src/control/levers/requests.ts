import type { AnsweredRequest } from '../../requests/answered-request.ts';
import { matchesRequest, type RequestFilter } from '../../requests/request-filter.ts';
import type { RequestLog } from '../../requests/request-log.ts';
import { ControlRefused } from '../control-refused.ts';
import { firstThat } from '../first-that.ts';
import type { LeverParts } from './parts.ts';

export interface RequestLevers {
  /** The requests that were answered last. Each throws ControlRefused on a server that keeps none. */
  readonly requests: {
    /** Newest first. */
    list(filter: RequestFilter, limit: number): readonly AnsweredRequest[];
    /** @throws ControlRefused when it is not kept, or not any more */
    show(requestId: string): AnsweredRequest;
    /**
     * The first that is answered from now on, or that was answered since `sinceMs`.
     * @throws ControlRefused when none came in time
     */
    wait(filter: RequestFilter, timeoutMs: number): Promise<AnsweredRequest>;
    /** Tells of every request from now on; answers what ends it. */
    subscribe(listener: (request: AnsweredRequest) => void): () => void;
  };
}

export function createRequestLevers({ requests }: Pick<LeverParts, 'requests'>): RequestLevers {
  const kept = (): RequestLog => {
    if (requests === undefined) throw new ControlRefused('the server keeps no requests: --request-log is 0', 409);
    return requests;
  };
  return {
    requests: {
      list: (filter, limit) =>
        kept()
          .newestFirst()
          .filter((request) => matchesRequest(request, filter))
          .slice(0, limit),

      show(requestId) {
        const found = kept().find(requestId);
        if (found === undefined) {
          throw new ControlRefused(
            `there is no request ${requestId}; only those that were answered last are kept`,
            404,
          );
        }
        return found;
      },

      wait(filter, timeoutMs) {
        const log = kept();
        const known = filter.sinceMs === undefined ? [] : [...log.newestFirst()].reverse();
        return firstThat((request) => matchesRequest(request, filter), {
          known,
          subscribe: (listener) => log.subscribe(listener),
          timeoutMs,
          missing: `no such request was answered within ${timeoutMs} ms`,
        });
      },

      subscribe: (listener) => kept().subscribe(listener),
    },
  };
}
