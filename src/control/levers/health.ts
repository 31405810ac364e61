import type { TransitionProfile } from '../../engine/transitions.ts';
import { schemaVersion } from '../../store/migrate.ts';
import { version } from '../../version.ts';
import type { LeverParts } from './parts.ts';

export interface Health {
  readonly version: string;
  readonly engine: 'sqlite' | 'postgresql';
  /** Of the state. */
  readonly schemaVersion: number;
  readonly transitions: TransitionProfile;
  readonly uptimeMs: number;
}

export interface HealthLevers {
  health(): Health;
}

export function createHealthLevers({ store, profile }: LeverParts): HealthLevers {
  const startedAtMs = Date.now();
  return {
    health: () => ({
      version,
      engine: store.engine,
      schemaVersion,
      transitions: profile,
      uptimeMs: Date.now() - startedAtMs,
    }),
  };
}
