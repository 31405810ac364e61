import { type EventFilter, matchesEvent } from '../../history/event-filter.ts';
import type { History } from '../../history/history.ts';
import type { ResourceEvent } from '../../history/resource-event.ts';
import { ControlRefused } from '../control-refused.ts';
import { firstThat } from '../first-that.ts';
import type { LeverParts } from './parts.ts';

export interface EventLevers {
  /** The changes of resources that were committed last. Each throws ControlRefused on a server that keeps none. */
  readonly events: {
    /** Newest first. */
    list(filter: EventFilter, limit: number): readonly ResourceEvent[];
    /**
     * The first from now on, or since `sinceMs`.
     * @throws ControlRefused when none came in time
     */
    wait(filter: EventFilter, timeoutMs: number): Promise<ResourceEvent>;
    /** Tells of every event from now on; answers what ends it. Of a server that keeps none, nothing is told. */
    subscribe(listener: (event: ResourceEvent) => void): () => void;
  };
}

export function createEventLevers({ history }: Pick<LeverParts, 'history'>): EventLevers {
  const kept = (): History => {
    if (history === undefined) throw new ControlRefused('the server keeps no events: --history is 0', 409);
    return history;
  };
  return {
    events: {
      list: (filter, limit) =>
        [...kept().oldestFirst()]
          .reverse()
          .filter((event) => matchesEvent(event, filter))
          .slice(0, limit),

      wait(filter, timeoutMs) {
        const events = kept();
        return firstThat((event) => matchesEvent(event, filter), {
          known: filter.sinceMs === undefined ? [] : events.oldestFirst(),
          subscribe: (listener) => events.subscribe(listener),
          timeoutMs,
          missing: `no such change was made within ${timeoutMs} ms`,
        });
      },

      subscribe: (listener) => history?.subscribe(listener) ?? (() => undefined),
    },
  };
}
