import type { ControlCall } from '../call.ts';
import { accessKeys } from './access-keys.ts';
import { accounts } from './accounts.ts';
import { clock } from './clock.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { explorer } from './explorer.ts';
import { faults } from './faults.ts';
import { health } from './health.ts';
import { leaks } from './leaks.ts';
import { metrics } from './metrics.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { operations } from './operations.ts';
import { quotas } from './quotas.ts';
import { reachability } from './reachability.ts';
import { requests } from './requests.ts';
import { reset } from './reset.ts';
import { seed } from './seed.ts';
import { snapshots } from './snapshots.ts';
import { transitionFaults } from './transition-faults.ts';

/**
 * Every call of the control API, in the order of documents and help. The names are those of the library,
 * `transitionFaults.add`; the words of the command line are the same in lower case, `transition-faults add`.
 */
export const calls = {
  health,
  metrics,
  reset,
  seed,
  snapshots,
  clock,
  accounts,
  quotas,
  faults,
  transitionFaults,
  networkInterfaces,
  reachability,
  requests,
  events,
  leaks,
  errors,
  operations,
  accessKeys,
  explorer,
};

/** A call and its words: one, or a subject and what is done. */
export interface NamedCall {
  readonly words: readonly [subject: string, verb?: string];
  readonly call: ControlCall;
}

/** The calls one after another. */
export function listCalls(): readonly NamedCall[] {
  return Object.entries<ControlCall | Readonly<Record<string, ControlCall>>>(calls).flatMap(
    ([name, entry]): NamedCall[] =>
      isCall(entry)
        ? [{ words: [wordOf(name)], call: entry }]
        : Object.entries(entry).map(([verb, call]) => ({ words: [wordOf(name), wordOf(verb)], call })),
  );
}

/** Whether an entry of the tree is a call, and not a subject. */
export function isCall(entry: object): entry is ControlCall {
  return 'run' in entry && typeof entry.run === 'function';
}

/** `runUntilIdle` as the command line has it: `run-until-idle`. */
export function wordOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
