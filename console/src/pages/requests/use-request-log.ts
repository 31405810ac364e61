import { useCallback, useEffect, useState } from 'react';
import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import { useControl } from '../../api/control-context.tsx';
import { readEvents } from '../../api/event-stream.ts';

const most = 500;
const retryMs = 2_000;

export interface RequestLogState {
  /** The newest first. */
  readonly requests: readonly ListedRequest[];
  /** Whether new requests are shown as they come. */
  readonly live: boolean;
  readonly error: Error | undefined;
  readonly clear: () => void;
}

/** The requests that were answered last, and each further one as it is answered. */
export function useRequestLog(): RequestLogState {
  const control = useControl();
  const [requests, setRequests] = useState<readonly ListedRequest[]>([]);
  const [live, setLive] = useState(false);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    const abort = new AbortController();
    const add = (added: readonly ListedRequest[]): void =>
      setRequests((before) => {
        const known = new Set(added.map(({ requestId }) => requestId));
        return [...added, ...before.filter(({ requestId }) => !known.has(requestId))].slice(0, most);
      });

    async function follow(): Promise<void> {
      while (!abort.signal.aborted) {
        try {
          const path = '/requests';
          const { requests: last } = await control.get<{ requests: ListedRequest[] }>(
            path,
            { limit: most },
            abort.signal,
          );
          add(last);
          setError(undefined);
          setLive(true);
          await readEvents(
            control,
            '/requests/stream',
            (name, data) => {
              if (name === 'request') add([data as ListedRequest]);
            },
            abort.signal,
          );
        } catch (thrown) {
          if (!abort.signal.aborted) setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
        }
        if (abort.signal.aborted) return;
        setLive(false);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    void follow();
    return () => abort.abort();
  }, [control]);

  return { requests, live, error, clear: useCallback(() => setRequests([]), []) };
}
