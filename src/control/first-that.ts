import { ControlRefused } from './control-refused.ts';

/** Where something may come from, and how long it is waited for. */
export interface Source<Item> {
  /** What is there already. */
  readonly known: readonly Item[];
  subscribe(listener: (item: Item) => void): () => void;
  readonly timeoutMs: number;
  /** What is said when nothing came. */
  readonly missing: string;
}

/**
 * The first item that fits.
 * @throws ControlRefused with 408 when none came in time
 */
export function firstThat<Item>(fits: (item: Item) => boolean, source: Source<Item>): Promise<Item> {
  const known = source.known.find(fits);
  if (known !== undefined) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    const timer = setTimeout(() => {
      end();
      reject(new ControlRefused(source.missing, 408));
    }, source.timeoutMs);
    const unsubscribe = source.subscribe((item) => {
      if (!fits(item)) return;
      end();
      resolve(item);
    });
  });
}
