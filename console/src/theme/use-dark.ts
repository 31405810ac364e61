import { useSyncExternalStore } from 'react';
import type { Theme } from '../settings/settings.ts';

const preference = window.matchMedia('(prefers-color-scheme: dark)');

/** Whether the console is dark: as chosen, or as the system is. */
export function useDark(theme: Theme): boolean {
  const systemIsDark = useSyncExternalStore(onPreferenceChange, () => preference.matches);
  return theme === 'auto' ? systemIsDark : theme === 'dark';
}

function onPreferenceChange(changed: () => void): () => void {
  preference.addEventListener('change', changed);
  return () => preference.removeEventListener('change', changed);
}
