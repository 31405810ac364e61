import { useEffect } from 'react';

/** Runs an action again and again while the page is looked at; wrap it in `useCallback`. */
export function useInterval(action: () => void, intervalMs: number): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) action();
    }, intervalMs);
    return () => clearInterval(timer);
  }, [action, intervalMs]);
}
