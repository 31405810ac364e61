import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Settings } from './settings.ts';
import { storedSettings, storeSettings } from './stored.ts';

interface SettingsInUse {
  readonly settings: Settings;
  /** Takes over the members that are given. */
  readonly change: (changes: Partial<Settings>) => void;
}

const SettingsContext = createContext<SettingsInUse | undefined>(undefined);

export function SettingsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [settings, setSettings] = useState(storedSettings);
  const change = useCallback((changes: Partial<Settings>) => {
    setSettings((before) => {
      const after = { ...before, ...changes };
      storeSettings(after);
      return after;
    });
  }, []);
  const inUse = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={inUse}>{children}</SettingsContext>;
}

/** Account, identity, region, theme and control token, and how to change them. */
export function useSettings(): SettingsInUse {
  const inUse = useContext(SettingsContext);
  if (inUse === undefined) throw new Error('useSettings needs a SettingsProvider above it');
  return inUse;
}
