import { type ComponentType, lazy } from 'react';
import { ControlError } from './api/control.ts';

/** The code of a page could not be had: the server is away, or is of another version by now. */
export class PageNotLoaded extends ControlError {
  constructor() {
    super(0, 'the code of this page could not be loaded');
  }
}

/**
 * The code of a page, loaded when it is first looked at. After it could not be loaded the next look loads it anew, which
 * `lazy` by itself never does.
 */
export function pageCode<P>(load: () => Promise<{ readonly default: ComponentType<P> }>): () => ComponentType<P> {
  let view: ComponentType<P> | undefined;
  const loadWhole = (): Promise<{ readonly default: ComponentType<P> }> =>
    load().catch(() => {
      view = undefined;
      throw new PageNotLoaded();
    });
  return () => {
    view ??= lazy(loadWhole);
    return view;
  };
}
