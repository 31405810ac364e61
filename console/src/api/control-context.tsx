import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useSettings } from '../settings/settings-context.tsx';
import { type ControlClient, createControlClient } from './control.ts';

const ControlContext = createContext<ControlClient | undefined>(undefined);

export function ControlProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { controlToken } = useSettings().settings;
  const control = useMemo(() => createControlClient(controlToken), [controlToken]);
  return <ControlContext value={control}>{children}</ControlContext>;
}

/** The client of the control API, with the token that is set. */
export function useControl(): ControlClient {
  const control = useContext(ControlContext);
  if (control === undefined) throw new Error('useControl needs a ControlProvider above it');
  return control;
}
