import { useCallback, useEffect, useRef, useState } from 'react';

/** What is being loaded, was loaded, or could not be. */
export interface Loaded<T> {
  /** The last that came; it stays while the next is on its way. */
  readonly value: T | undefined;
  readonly error: Error | undefined;
  readonly loading: boolean;
  /** Loads again, for something was changed: what is on its way is dropped. */
  readonly reload: () => void;
  /** Loads again unless something is on its way, so that a slow server is waited for. */
  readonly refresh: () => void;
}

/**
 * Loads something when the component appears and whenever `load` is another function: wrap it in `useCallback`.
 * What comes too late is dropped.
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload' | 'refresh'>>({
    value: undefined,
    error: undefined,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  const onItsWay = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn loads the same again
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    onItsWay.current = true;
    load(abort.signal).then(
      (value) => {
        if (abort.signal.aborted) return;
        onItsWay.current = false;
        setState({ value, error: undefined, loading: false });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        onItsWay.current = false;
        const problem = error instanceof Error ? error : new Error(String(error));
        setState((before) => ({ ...before, error: problem, loading: false }));
      },
    );
    return () => abort.abort();
  }, [load, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const refresh = useCallback(() => {
    if (!onItsWay.current) reload();
  }, [reload]);
  return { ...state, reload, refresh };
}
