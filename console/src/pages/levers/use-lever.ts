import { App } from 'antd';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { useInterval } from '../../hooks/use-interval.ts';
import { type Loaded, useLoaded } from '../../hooks/use-loaded.ts';

/** A lever of the control API: pulls it, says that it is done, and keeps what went wrong. */
export interface Lever {
  readonly pull: (action: () => Promise<unknown>, done: string) => void;
  readonly pulling: boolean;
  readonly error: Error | undefined;
}

/** What the cards of the page know of each other: a seed makes accounts, a snapshot brings other quotas. */
export interface Pulls {
  /** How many levers were pulled so far. */
  readonly count: number;
  readonly tell: () => void;
}

export const PullsContext = createContext<Pulls>({ count: 0, tell: () => undefined });

const refreshMs = 3_000;

/** Every card reads anew when something was done. */
export function useLever(): Lever {
  const { message } = App.useApp();
  const { tell } = useContext(PullsContext);
  const [pulling, setPulling] = useState(false);
  const [error, setError] = useState<Error>();
  const pull = useCallback(
    (action: () => Promise<unknown>, done: string) => {
      setPulling(true);
      setError(undefined);
      action()
        .then(
          () => {
            message.success(done);
            tell();
          },
          (thrown: Error) => setError(thrown),
        )
        .finally(() => setPulling(false));
    },
    [message, tell],
  );
  return { pull, pulling, error };
}

/** What a card shows of the server: after any lever of the page, and now and then, for requests change it too. */
export function useLeverState<T>(load: (signal: AbortSignal) => Promise<T>, everyMs = refreshMs): Loaded<T> {
  const { count } = useContext(PullsContext);
  const loaded = useLoaded(load);
  const { reload, refresh } = loaded;
  useInterval(refresh, everyMs);
  useEffect(() => {
    if (count > 0) reload();
  }, [count, reload]);
  return loaded;
}
