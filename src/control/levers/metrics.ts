import type { Registry } from 'prom-client';
import { RequestCounts } from '../../metrics/request-counts.ts';
import type { LeverParts } from './parts.ts';

export interface MetricLevers {
  /** What was counted since the server started, in the text format of Prometheus. */
  metrics(): Promise<string>;
}

export function createMetricLevers({ store, engine, requestCounts = new RequestCounts() }: LeverParts): MetricLevers {
  let registry: Promise<Registry> | undefined;
  return {
    async metrics() {
      registry ??= import('../../metrics/registry.ts').then(({ createRegistry }) =>
        createRegistry({ requests: requestCounts, store, appliedTransitions: engine.appliedTransitions }),
      );
      return (await registry).metrics();
    },
  };
}
