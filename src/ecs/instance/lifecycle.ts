import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { Instance } from './instance.ts';

/** The delayed changes of an instance: a new one is made and boots or not, a known one starts, stops or is released. */
export type InstanceTransition = 'create' | 'create-stopped' | 'boot' | 'start' | 'stop' | 'release';

/** What an accepted command does: a new record, and the delayed change that follows. */
export interface Begun {
  readonly kind: 'begin';
  readonly changed: Instance;
  readonly next: InstanceTransition;
}

/** The same command is already under way. */
export interface UnderWay {
  readonly kind: 'again';
  readonly next: InstanceTransition;
}

/** Stopped -> Starting. */
export function beginStart(instance: Instance, nowMs: number): Begun | Refusal {
  if (instance.status !== 'Stopped') return wrongStatus(instance, 'Stopped');
  return { kind: 'begin', changed: starting(instance, nowMs), next: 'start' };
}

/**
 * Running -> Stopping. With `force` also an instance that is already Stopping, which sets one going again that does not
 * come to its end.
 */
export function beginStop(
  instance: Instance,
  { force, stoppedMode }: { readonly force: boolean; readonly stoppedMode: Instance['stoppedMode'] },
): Begun | Refusal {
  const stuck = force && instance.status === 'Stopping' && instance.releasing === 0;
  if (instance.status !== 'Running' && !stuck) return wrongStatus(instance, 'Running');
  return { kind: 'begin', changed: { ...instance, status: 'Stopping', stoppedMode }, next: 'stop' };
}

/** Running -> Starting: a restarted instance is seen as starting. */
export function beginReboot(instance: Instance, nowMs: number): Begun | Refusal {
  if (instance.status !== 'Running') return wrongStatus(instance, 'Running');
  return { kind: 'begin', changed: starting(instance, nowMs), next: 'start' };
}

/**
 * Stopped, or with `force` in any status -> released: Stopping at first, then gone. Asking again while it is under way
 * is accepted.
 */
export function beginRelease(
  instance: Instance,
  { force, mayEndSubscription }: { readonly force: boolean; readonly mayEndSubscription: boolean },
): Begun | UnderWay | Refusal {
  const { instanceId: id } = instance;
  if (instance.releasing === 1) return { kind: 'again', next: 'release' };
  if (instance.deletionProtection === 1) return refuse('InvalidOperation.DeletionProtection', { id });
  if (instance.instanceChargeType === 'PrePaid' && !mayEndSubscription) return refuse('ChargeTypeViolation', { id });
  if (instance.status !== 'Stopped' && !force) {
    return instance.status === 'Pending'
      ? refuse('IncorrectInstanceStatus.Initializing', { id })
      : wrongStatus(instance, 'Stopped');
  }
  return { kind: 'begin', changed: { ...instance, status: 'Stopping', releasing: 1 }, next: 'release' };
}

/** Any status -> released, at the time that was set for it; protection is against people only. */
export function releasedByItself(instance: Instance): Instance {
  return { ...instance, status: 'Stopping', releasing: 1 };
}

/** Pending -> Starting: a new instance has its resources and boots. */
export function completeCreation(instance: Instance, nowMs: number): Instance {
  return instance.status === 'Pending' ? starting(instance, nowMs) : instance;
}

/** Pending -> Stopped: a new instance has its resources and waits to be started. */
export function completeCreationStopped(instance: Instance): Instance {
  return instance.status === 'Pending' ? { ...instance, status: 'Stopped', stoppedMode: 'KeepCharging' } : instance;
}

/** Starting -> Running. */
export function completeStart(instance: Instance): Instance {
  return instance.status === 'Starting' ? { ...instance, status: 'Running' } : instance;
}

/** Stopping -> Stopped. */
export function completeStop(instance: Instance): Instance {
  return instance.status === 'Stopping' ? { ...instance, status: 'Stopped' } : instance;
}

/** The end of a creation or start that failed. */
export function failStart(instance: Instance): Instance {
  const undone = instance.status === 'Pending' || instance.status === 'Starting';
  return undone ? { ...instance, status: 'Stopped', stoppedMode: 'KeepCharging' } : instance;
}

/** The end of a stop or release that failed. */
export function failStop(instance: Instance): Instance {
  if (instance.status !== 'Stopping') return instance;
  return instance.releasing === 1
    ? { ...instance, status: 'Stopped', stoppedMode: 'KeepCharging', releasing: 0 }
    : { ...instance, status: 'Running', stoppedMode: 'Not-applicable' };
}

function starting(instance: Instance, nowMs: number): Instance {
  return { ...instance, status: 'Starting', stoppedMode: 'Not-applicable', startedAtMs: nowMs };
}

function wrongStatus({ instanceId: id, status: current }: Instance, expected: string): Refusal {
  return refuse('IncorrectInstanceStatus', { id, current, expected });
}
