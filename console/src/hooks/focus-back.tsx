import { type ReactNode, useEffect, useState } from 'react';

/** Stands around what takes the focus while it is there, and gives it back to what had it before. */
export function FocusBack({ children }: { readonly children: ReactNode }): ReactNode {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost) return;
      // It was nowhere when the address itself opened it, and what had it may be gone.
      const isElement = before instanceof HTMLElement || before instanceof SVGElement;
      const isThere = isElement && before !== document.body && before.isConnected;
      (isThere ? before : document.getElementById('content'))?.focus({ preventScroll: true });
    },
    [before],
  );
  return children;
}
