import type { ChangeContext } from '../../operation/context.ts';
import type { TransitionDurations, TransitionHandler } from '../../operation/transition.ts';
import { findAnyInstance, saveState } from './instance.table.ts';
import { autoReleaseResource, type Instance, instanceResource } from './instance.ts';
import {
  completeCreation,
  completeCreationStopped,
  completeStart,
  completeStop,
  failStart,
  failStop,
  type InstanceTransition,
  releasedByItself,
} from './lifecycle.ts';
import { releaseInstance } from './release.ts';

type Next = (instance: Instance, nowMs: number) => Instance;

/** How instances' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    ...named('create', { fastMs: 600, realMs: 10_000 }),
    async complete(id, context) {
      const instance = await findAnyInstance(context.tx, id);
      if (instance?.status !== 'Pending') return;
      await saveState(context.tx, completeCreation(instance, context.nowMs));
      await context.transitions.schedule(instanceResource, id, 'boot' satisfies InstanceTransition);
    },
    fail: change(failStart),
  },
  {
    ...named('create-stopped', { fastMs: 600, realMs: 10_000 }),
    complete: change(completeCreationStopped),
    fail: change(failStart),
  },
  { ...named('boot', { fastMs: 400, realMs: 10_000 }), complete: change(completeStart), fail: change(failStart) },
  { ...named('start', { fastMs: 800, realMs: 15_000 }), complete: change(completeStart), fail: change(failStart) },
  { ...named('stop', { fastMs: 800, realMs: 15_000 }), complete: change(completeStop), fail: change(failStop) },
  {
    ...named('release', { fastMs: 500, realMs: 10_000 }),
    async complete(id, context) {
      const instance = await findAnyInstance(context.tx, id);
      if (instance) await releaseInstance(instance, context);
    },
    fail: change(failStop),
  },
  {
    ...{ resourceType: autoReleaseResource, kind: 'release', isAppointed: true, fastMs: 0, realMs: 0 },
    async complete(id, context) {
      const instance = await findAnyInstance(context.tx, id);
      if (instance === undefined || instance.releasing === 1) return;
      await saveState(context.tx, releasedByItself(instance));
      await context.transitions.schedule(instanceResource, id, 'release' satisfies InstanceTransition);
    },
  },
];

function named(kind: InstanceTransition, durations: TransitionDurations) {
  return { resourceType: instanceResource, kind, ...durations };
}

function change(next: Next) {
  return async (id: string, { tx, nowMs }: ChangeContext): Promise<void> => {
    const instance = await findAnyInstance(tx, id);
    if (instance) await saveState(tx, next(instance, nowMs));
  };
}
