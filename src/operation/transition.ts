import type { ChangeContext } from './context.ts';

/** How long each kind of delayed change takes, in milliseconds, by profile. */
export interface TransitionDurations {
  readonly fastMs: number;
  readonly realMs: number;
}

/** What happens when a delayed change is due. The state it finds may have moved on: then it does nothing. */
export interface TransitionHandler extends TransitionDurations {
  readonly resourceType: string;
  readonly kind: string;
  /** It is due at a time that somebody named; its durations do not matter. */
  readonly isAppointed?: boolean;
  readonly complete: (resourceId: string, context: ChangeContext) => Promise<void>;
  /** The failure path; a change without one always completes. */
  readonly fail?: (resourceId: string, context: ChangeContext) => Promise<void>;
}
