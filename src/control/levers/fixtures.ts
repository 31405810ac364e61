import { findAnyNetworkInterface, saveFixture } from '../../ecs/network-interface/network-interface.table.ts';
import { recordTransitionFault, type TransitionFault } from '../../engine/transitions.ts';
import { keep } from '../../store/store.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface NetworkInterfaceFixture {
  readonly serviceId?: number | null;
  readonly slaveCount?: number;
}

export interface FixtureLevers {
  /** Lets the next delayed changes of a kind fail or stick. */
  failTransition(fault: TransitionFault): Promise<void>;
  /** Sets what no public operation can: the service that manages a network interface, and how many are bonded to it. */
  fixNetworkInterface(id: string, fixture: NetworkInterfaceFixture): Promise<void>;
}

export function createFixtureLevers({
  store,
  random,
  transitionTable,
}: Pick<LeverParts, 'store' | 'random' | 'transitionTable'>): FixtureLevers {
  return {
    async failTransition(fault) {
      const problem = transitionTable.problemWith(`${fault.resourceType}/${fault.kind}`, fault.outcome);
      if (problem !== undefined) throw new ControlRefused(`resourceType and kind: ${problem}`);
      await store.write(async (tx) => keep(await recordTransitionFault(tx, fault, random.uuid())));
    },

    async fixNetworkInterface(id, fixture) {
      const found = await store.write(async (tx) => {
        const eni = await findAnyNetworkInterface(tx, id);
        if (eni) await saveFixture(tx, id, { ...eni, ...fixture });
        return keep(eni !== undefined);
      });
      if (!found) throw new ControlRefused(`there is no network interface ${id}`, 404);
    },
  };
}
