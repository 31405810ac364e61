import { AccountDirectory } from '../../src/access/directory.ts';
import { createFixtureLevers, type FixtureLevers } from '../../src/control/levers/fixtures.ts';
import type { Clock } from '../../src/engine/clock.ts';
import { Engine } from '../../src/engine/engine.ts';
import { createRandom } from '../../src/engine/random.ts';
import { TransitionTable } from '../../src/engine/transitions.ts';
import { RequestFaults } from '../../src/faults/request-faults.ts';
import type { HttpHandler } from '../../src/gateway/http-message.ts';
import { createPipeline } from '../../src/gateway/pipeline.ts';
import { NonceMemory } from '../../src/gateway/protocol/nonces.ts';
import { type Operation, operationsByProduct } from '../../src/operation/operation.ts';
import { operations, transitions } from '../../src/registry.generated.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { type ObservedStore, ObservedTransaction } from './observed-store.ts';

const profile = 'fast';
const transitionTable = new TransitionTable(transitions, profile);
const timestampWindowMs = 15 * 60_000;

/** Every operation, which says in its transaction for whom it is carried out. */
function telling(operation: Operation): Operation {
  return {
    ...operation,
    execute(parameters, context, prepared) {
      if (context.tx instanceof ObservedTransaction) context.tx.carriesOut(context);
      return operation.execute(parameters, context, prepared);
    },
  };
}

/** @param broken operations that take the place of those with their names */
export function tellingOperations(broken: readonly Operation[] = []) {
  const names = new Map(broken.map((one) => [`${one.product}/${one.action}`, one]));
  const all = operations.map((one) => names.get(`${one.product}/${one.action}`) ?? one);
  return operationsByProduct(all.map(telling));
}

export interface ServerParts {
  readonly store: ObservedStore;
  readonly clock: Clock;
  /** What signatures are checked against, in milliseconds. */
  readonly wallClock: () => number;
  readonly randomSeed: number;
  readonly operations: ReturnType<typeof tellingOperations>;
  /** Told what must not happen. */
  readonly onDefect: (error: unknown) => void;
  /** Told why a call is answered 503. */
  readonly onUnavailable: (reason: string) => void;
}

/** A process of Localyun from the request on: all of it but sockets. */
export interface SimulatedServer {
  readonly handle: HttpHandler;
  readonly store: ObservedStore;
  /** What its operator can do that changes the state. */
  readonly levers: FixtureLevers;
}

export function startSimulatedServer(parts: ServerParts): SimulatedServer {
  const { store, clock, wallClock, onDefect, onUnavailable } = parts;
  const random = createRandom(parts.randomSeed);
  const engine = new Engine({ store, clock, random, transitions: transitionTable, onDefect });
  const directory = new AccountDirectory(store);
  const faults = new RequestFaults();
  const handle = createPipeline({
    engine,
    directory,
    nonces: new NonceMemory(),
    operations: parts.operations,
    faults,
    auth: 'strict',
    timestampWindowMs,
    random,
    wallClock,
    record({ error }) {
      if (error instanceof StoreUnavailable) onUnavailable(error.message);
      else if (error !== undefined) onDefect(error);
    },
    listening: () => ({ host: '127.0.0.1', port: 20140 }),
  });
  return { handle, store, levers: createFixtureLevers({ store, random, transitionTable }) };
}
