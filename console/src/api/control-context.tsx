import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useSettings } from '../settings/settings-context.tsx';
import { type ControlClient, createControlClient } from './control.ts';

interface ControlInUse {
  readonly control: ControlClient;
  /** Whether the server refused a call for want of the right token. */
  readonly isTokenWanted: boolean;
}

const ControlContext = createContext<ControlInUse | undefined>(undefined);

export function ControlProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { controlToken } = useSettings().settings;
  const [refusedToken, setRefusedToken] = useState<string>();
  const refuse = useCallback(() => setRefusedToken(controlToken), [controlToken]);
  const control = useMemo(() => createControlClient(controlToken, refuse), [controlToken, refuse]);
  const isTokenWanted = refusedToken === controlToken;
  const inUse = useMemo(() => ({ control, isTokenWanted }), [control, isTokenWanted]);
  return <ControlContext value={inUse}>{children}</ControlContext>;
}

/** The client of the control API, with the token that is set. */
export function useControl(): ControlClient {
  return useControlInUse().control;
}

export function useControlInUse(): ControlInUse {
  const inUse = useContext(ControlContext);
  if (inUse === undefined) throw new Error('useControl needs a ControlProvider above it');
  return inUse;
}
