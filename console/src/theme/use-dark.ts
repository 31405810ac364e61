import type { Theme } from '../settings/settings.ts';
import { useMedia } from './use-media.ts';

/** Whether the console is dark: as chosen, or as the system is. */
export function useDark(theme: Theme): boolean {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'auto' ? systemIsDark : theme === 'dark';
}
