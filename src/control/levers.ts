import type { AccountDirectory } from '../access/directory.ts';
import { findAnyNetworkInterface, saveFixture } from '../ecs/network-interface/network-interface.table.ts';
import { type AnsweredPath, type AskedPath, answerReachability } from '../ecs/security-group/reachability-question.ts';
import { type Clock, ManualClock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import {
  recordTransitionFault,
  type TransitionFault,
  type TransitionProfile,
  type TransitionTable,
} from '../engine/transitions.ts';
import type { Random } from '../operation/context.ts';
import { advanceClock } from '../state-clock.ts';
import { schemaVersion } from '../store/migrate.ts';
import { resetState } from '../store/reset.ts';
import { keep, type Store } from '../store/store.ts';
import { version } from '../version.ts';
import { ControlRefused } from './control-refused.ts';

/** What the operator of a server can do to it, over the control API and through the library alike. */
export interface Levers {
  health(): Readonly<Record<string, unknown>>;
  /** Empties the state, or what one account owns of it. */
  reset(accountId: string | undefined): Promise<void>;
  /** As this server knows it. */
  clock(): { readonly now: string; readonly transitions: TransitionProfile };
  /** Learns where other servers of the same state have moved a manual clock. */
  catchUp(): Promise<void>;
  /** Moves a manual clock on and applies everything that has become due. */
  advance(milliseconds: number): Promise<{ readonly now: string }>;
  /** Lets the next delayed changes of a kind fail or stick. */
  failTransition(fault: TransitionFault): Promise<void>;
  /** Sets what no public operation can: the service that manages a network interface, and how many are bonded to it. */
  fixNetworkInterface(id: string, fixture: NetworkInterfaceFixture): Promise<void>;
  /** Whether a packet gets from one network interface or address to another, and which rule decides. */
  reachability(asked: AskedPath): Promise<AnsweredPath>;
  /** Brings accounts, gates, quotas and RAM users into the state. */
  seed(document: unknown): Promise<void>;
}

export interface NetworkInterfaceFixture {
  readonly serviceId?: number | null;
  readonly slaveCount?: number;
}

export interface LeverParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly transitionTable: TransitionTable;
  readonly profile: TransitionProfile;
  readonly engine: Engine;
  readonly directory: AccountDirectory;
}

/** Times are written with years of four digits. */
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export function createLevers(parts: LeverParts): Levers {
  const { store, clock, random, transitionTable, profile, engine, directory } = parts;
  const startedAtMs = Date.now();
  return {
    health: () => ({
      version,
      engine: store.engine,
      schemaVersion,
      transitions: profile,
      uptimeMs: Date.now() - startedAtMs,
    }),

    async reset(accountId) {
      await store.write(async (tx) => keep(await resetState(tx, accountId)));
      directory.forget();
      engine.stateReplaced();
    },

    catchUp: async () => engine.catchUp(),

    clock: () => ({ now: new Date(clock.nowMs()).toISOString(), transitions: profile }),

    async advance(milliseconds) {
      if (!(clock instanceof ManualClock)) {
        throw new ControlRefused(`the clock can only be moved under --transitions manual, not ${profile}`);
      }
      const nowMs = await advanceClock(store, clock, { milliseconds, lastMs });
      if (nowMs === undefined) throw new ControlRefused('the clock cannot be moved beyond the year 9999');
      await engine.settle(nowMs);
      return { now: new Date(nowMs).toISOString() };
    },

    async failTransition(fault) {
      if (!transitionTable.has(fault.resourceType, fault.kind)) {
        const names = transitionTable.names().join(', ');
        throw new ControlRefused(`there is no ${fault.resourceType}/${fault.kind}; known are ${names}`);
      }
      await store.write(async (tx) => keep(await recordTransitionFault(tx, fault, random.uuid())));
    },

    async fixNetworkInterface(id, fixture) {
      const found = await store.write(async (tx) => {
        const eni = await findAnyNetworkInterface(tx, id);
        if (eni) await saveFixture(tx, id, { ...eni, ...fixture });
        return keep(eni !== undefined);
      });
      if (!found) throw new ControlRefused(`there is no network interface ${id}`);
    },

    async reachability(asked) {
      await engine.catchUp();
      await engine.settle();
      const answer = await store.read((tx) => answerReachability(tx, asked));
      if ('reason' in answer) throw new ControlRefused(answer.reason);
      return answer;
    },

    async seed(document) {
      const { applySeed, checkSeed } = await import('../access/seed.ts');
      const seed = checkSeed(document);
      await store.write(async (tx) => keep(await applySeed(tx, seed, clock.nowMs())));
      directory.forget();
    },
  };
}
