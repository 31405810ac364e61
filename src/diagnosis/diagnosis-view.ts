import type { Diagnosis } from './diagnosis.ts';

/** A diagnosis as the control API tells it: times in ISO 8601. */
export function diagnosisView({ product, action, state, rule, steps, ...rest }: Diagnosis) {
  return {
    ...rest,
    ...(product === undefined ? {} : { product }),
    ...(action === undefined ? {} : { action }),
    rule: { ...rule },
    state: {
      seen: state.seen,
      at: isoTime(state.atMs),
      resources: state.resources.map(({ pending, ...resource }) => ({
        ...resource,
        ...(pending === undefined ? {} : { pending: pendingView(pending) }),
      })),
    },
    steps: steps.map((step) => (step.kind === 'control' ? { ...step, body: { ...step.body } } : step)),
  };
}

function pendingView({ kind, dueAtMs }: NonNullable<Diagnosis['state']['resources'][number]['pending']>) {
  return { kind, ...(dueAtMs === undefined ? {} : { dueAt: isoTime(dueAtMs) }) };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
