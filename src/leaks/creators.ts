import type { History } from '../history/history.ts';
import type { RequestLog } from '../requests/request-log.ts';
import { callerOf } from '../requests/request-view.ts';

/** Who made a resource, as far as it is still known. */
export interface Creator {
  readonly requestId: string;
  /** Not there once the request is forgotten. */
  readonly action?: string;
  /** An ARN. */
  readonly caller?: string;
}

/** Finds who made resources: the request of the event of their creation. */
export function creatorsOf(
  history: History | undefined,
  requests: RequestLog | undefined,
): (id: string) => Creator | undefined {
  const made = new Map<string, string>();
  for (const { change, of, resourceId, origin } of history?.oldestFirst() ?? []) {
    // What is only part of a resource has the id of the whole.
    const isWhole = of.key.at(-1) === of.resource;
    if (change === 'created' && isWhole && origin !== undefined && 'requestId' in origin)
      made.set(resourceId, origin.requestId);
  }
  return (id) => {
    const requestId = made.get(id);
    if (requestId === undefined) return undefined;
    const request = requests?.find(requestId);
    if (request?.action === undefined || request.accountId === undefined) return { requestId };
    return { requestId, action: request.action, caller: callerOf(request) };
  };
}
