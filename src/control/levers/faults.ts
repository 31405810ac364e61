import { recordTransitionFault } from '../../engine/transitions.ts';
import type { AskedFault } from '../../faults/asked-fault.ts';
import { type FaultEntry, ofRequests, ofTransitions } from '../../faults/fault-entry.ts';
import { clearTransitionFaults, listTransitionFaults, removeTransitionFault } from '../../faults/transition-faults.ts';
import { keep } from '../../store/store.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface FaultLevers {
  readonly faults: {
    /** Those of requests, which are this server's, and those of delayed changes, which are in the state. */
    list(): Promise<readonly FaultEntry[]>;
    add(fault: AskedFault): Promise<{ readonly id: string }>;
    remove(id: string): Promise<void>;
    clear(): Promise<void>;
  };
}

/** Looked through at every request. */
const mostFaults = 1_000;

export function createFaultLevers({ store, random, faults, operations, transitionTable }: LeverParts): FaultLevers {
  return {
    faults: {
      async list() {
        const ofState = await store.read(listTransitionFaults);
        return [...faults.list().map(ofRequests), ...ofState.map(ofTransitions)];
      },

      async add(asked) {
        const { readAskedFault } = await import('../../faults/asked-fault.ts');
        const read = readAskedFault(asked, { operations, transitions: transitionTable });
        if ('problem' in read) throw new ControlRefused(read.problem);
        const id = random.uuid();
        if ('transition' in read) {
          await store.write(async (tx) => keep(await recordTransitionFault(tx, read.transition, id)));
        } else if (faults.list().length >= mostFaults) {
          throw new ControlRefused(`there are ${mostFaults} faults of requests already`, 409);
        } else {
          faults.add(read.request, id);
        }
        return { id };
      },

      async remove(id) {
        const isGone =
          faults.remove(id) || (await store.write(async (tx) => keep(await removeTransitionFault(tx, id))));
        if (!isGone) throw new ControlRefused(`there is no fault ${id}; it may have met all that it was to meet`, 404);
      },

      async clear() {
        faults.clear();
        await store.write(async (tx) => keep(await clearTransitionFaults(tx)));
      },
    },
  };
}
