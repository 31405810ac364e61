import { useCallback, useEffect, useRef, useState } from 'react';

/** What is being loaded, was loaded, or could not be. */
export interface Loaded<T> {
  /** The last that came; it stays while the same is loaded again. */
  readonly value: T | undefined;
  readonly error: Error | undefined;
  readonly loading: boolean;
  /** Whether what is to be shown now has neither come nor failed yet: `value` is of before, or not there. */
  readonly waiting: boolean;
  /** Loads again, for something was changed: what is on its way is dropped. */
  readonly reload: () => void;
  /** Loads again unless something is on its way, so that a slow server is waited for. */
  readonly refresh: () => void;
}

type Load<T> = (signal: AbortSignal) => Promise<T>;

interface Outcome<T> {
  readonly load: Load<T>;
  readonly subject: unknown;
  readonly value: T | undefined;
  readonly error: Error | undefined;
}

/**
 * Loads something when the component appears and whenever `load` is another function: wrap it in `useCallback`.
 * What comes too late is dropped, and so is what another function brought: it may be of somebody else.
 * @param subject what the values are of: as long as it is the same, the last value stays until the next one is there, as
 *   the page of a list does until the following page is
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, subject: unknown = load): Loaded<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const [loading, setLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  const onItsWay = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn loads the same again
  useEffect(() => {
    const abort = new AbortController();
    setLoading(true);
    onItsWay.current = true;
    const settle = (next: (before: Outcome<T> | undefined) => Outcome<T>): void => {
      if (abort.signal.aborted) return;
      onItsWay.current = false;
      setLoading(false);
      setOutcome(next);
    };
    load(abort.signal).then(
      (value) => settle(() => ({ load, subject, value, error: undefined })),
      (thrown: unknown) => {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        settle((before) => ({ load, subject, value: before?.load === load ? before.value : undefined, error }));
      },
    );
    return () => abort.abort();
  }, [load, subject, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const refresh = useCallback(() => {
    if (!onItsWay.current) reload();
  }, [reload]);
  const waiting = outcome?.load !== load;
  return {
    value: waiting && outcome?.subject !== subject ? undefined : outcome?.value,
    error: waiting ? undefined : outcome?.error,
    loading: loading || waiting,
    waiting,
    reload,
    refresh,
  };
}
