import { useCallback, useEffect, useState } from 'react';
import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import { useControl } from '../../api/control-context.tsx';
import { openEvents } from '../../api/event-stream.ts';

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
          // Opened before the list is read, so that nothing is missed between them; what both have is shown once.
          const events = await openEvents(control, '/requests/stream', abort.signal);
          try {
            const { requests: last } = await control.get<{ requests: ListedRequest[] }>(
              '/requests',
              { limit: most },
              abort.signal,
            );
            add(last);
            setError(undefined);
            setLive(true);
            await events.read((name, data) => {
              if (name === 'request') add([data as ListedRequest]);
            });
          } finally {
            events.close();
          }
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
