import { XMLParser } from 'fast-xml-parser';
import { AccountDirectory } from '../../src/access/directory.ts';
import { createLevers, type Levers } from '../../src/control/levers.ts';
import { ManualClock } from '../../src/engine/clock.ts';
import { Engine } from '../../src/engine/engine.ts';
import { createRandom } from '../../src/engine/random.ts';
import { TransitionTable } from '../../src/engine/transitions.ts';
import { RequestFaults } from '../../src/faults/request-faults.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../../src/gateway/http-message.ts';
import { createPipeline } from '../../src/gateway/pipeline.ts';
import { NonceMemory } from '../../src/gateway/protocol/nonces.ts';
import { operationsByProduct } from '../../src/operation/operation.ts';
import { operations, transitions } from '../../src/registry.generated.ts';
import { PostgresStore } from '../../src/store/postgres.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import type { Statement, Value } from '../../src/store/statement.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import { flatten, formHeaders, type Parameters, type Product, versions } from './signed-client.ts';
import type { Body } from './test-account.ts';

/** The answer to one call. */
export interface InProcessAnswer {
  readonly status: number;
  /** Of a refusal; undefined on success. */
  readonly code: string | undefined;
  readonly body: Body;
  /** The exception behind an InternalError. */
  readonly error: unknown;
}

/** Tells which changing statements are to be lost, by their SQL text. Tests break a server this way to see who notices. */
export type StatementFault = (text: string) => boolean;

/** One life of a server: it begins empty, at a fixed time, and is repeated exactly by the same seed. */
export interface InProcessServer {
  readonly levers: Levers;
  readonly store: Store;
  /** What delayed changes have thrown. */
  readonly defects: readonly unknown[];
  nowMs(): number;
  /** Moves the clock and leaves it to the next call to apply what has become due. */
  moveClock(milliseconds: number): void;
  /** Sends one call; the access key is taken at its word. */
  call(
    accessKeyId: string,
    product: Product,
    action: string,
    parameters: Parameters,
    format?: 'JSON' | 'XML',
  ): Promise<InProcessAnswer>;
  /** Sends a request as it is; `error` is the exception behind an InternalError. */
  send(request: HttpRequest): Promise<{ readonly response: HttpResponse; readonly error: unknown }>;
}

/** Delayed changes as the fast profile has them, by `resource-type/kind`, in milliseconds. */
export const delaysMs: Readonly<Record<string, number>> = Object.fromEntries(
  transitions.map((handler) => [`${handler.resourceType}/${handler.kind}`, handler.fastMs]),
);

const startMs = Date.UTC(2026, 0, 1);
const knownOperations = operationsByProduct(operations);

/** A state, and one server after another on it. */
export interface InProcessPlace {
  /** @param clock one that stands at its beginning, if others share it */
  begin(randomSeed: number, clock?: ManualClock): Promise<InProcessServer>;
  close(): Promise<void>;
}

/** The same, and servers that go on with what is there. */
export interface OpenPlace extends InProcessPlace {
  goOn(randomSeed: number, clock: ManualClock): InProcessServer;
}

/** The clock of a life that begins. */
export const newClock = () => new ManualClock(startMs);

/** Opens the state that the servers of a test file use one after another. */
export async function openInProcess(databaseUrl: string | undefined, fault?: StatementFault): Promise<InProcessPlace> {
  const opened = databaseUrl === undefined ? SqliteStore.open(undefined) : await PostgresStore.open(databaseUrl);
  return placeOn(fault === undefined ? opened : withFault(opened, fault));
}

/** Servers on a state that is open already. */
export function placeOn(store: Store): OpenPlace {
  const directory = new AccountDirectory(store);
  const transitionTable = new TransitionTable(transitions, 'manual');
  return {
    async begin(randomSeed, clock = newClock()) {
      const server = this.goOn(randomSeed, clock);
      await server.levers.reset(undefined);
      return server;
    },
    goOn(randomSeed, clock) {
      const random = createRandom(randomSeed);
      const defects: unknown[] = [];
      const onDefect = (error: unknown) => defects.push(error);
      const engine = new Engine({ store, clock, random, transitions: transitionTable, onDefect });
      const faults = new RequestFaults();
      const levers = createLevers({
        store,
        clock,
        random,
        transitionTable,
        profile: 'manual',
        engine,
        directory,
        operations: knownOperations,
        faults,
      });
      /** By the id of the request. */
      const errors = new Map<string, unknown>();
      const pipeline = createPipeline({
        engine,
        directory,
        nonces: new NonceMemory({ enabled: false }),
        operations: knownOperations,
        faults,
        auth: 'off',
        timestampWindowMs: 0,
        random,
        wallClock: () => startMs,
        record({ exchange, error }) {
          if (error !== undefined) errors.set(exchange.requestId, error);
        },
        listening: () => ({ host: '127.0.0.1', port: 20140 }),
      });
      return {
        levers,
        store,
        defects,
        nowMs: () => clock.nowMs(),
        moveClock: (milliseconds) => clock.set(clock.nowMs() + milliseconds),
        async call(accessKeyId, product, action, parameters, format = 'JSON') {
          const form = { ...flatten(parameters), Action: action, Version: versions[product], Format: format };
          const { status, body: text } = await send(pipeline, { ...form, AccessKeyId: accessKeyId });
          const body = format === 'JSON' ? (JSON.parse(text) as Body) : bodyOfXml(text);
          return { status, code: status === 200 ? undefined : body.Code, body, error: errors.get(body.RequestId) };
        },
        async send(request) {
          const response = await pipeline(request);
          return { response, error: errors.get(response.headers['x-acs-request-id'] ?? '') };
        },
      };
    },
    close: () => store.close(),
  };
}

const xml = new XMLParser({ parseTagValue: false });

/** What is inside the root element. */
function bodyOfXml(text: string): Body {
  const { '?xml': _declaration, ...root } = xml.parse(text) as Body;
  return Object.values(root)[0] as Body;
}

function send(pipeline: HttpHandler, parameters: Readonly<Record<string, string>>) {
  const form = new URLSearchParams(parameters);
  return pipeline({
    method: 'POST',
    path: '/',
    query: '',
    headers: formHeaders,
    body: Buffer.from(form.toString()),
    secure: false,
    remoteAddress: '',
  });
}

/** The same state, except that some changes to it are lost on the way. */
function withFault(store: Store, fault: StatementFault): Store {
  const faulty = (tx: Transaction): Transaction => ({
    one: (statement, ...values) => tx.one(statement, ...values),
    all: (statement, ...values) => tx.all(statement, ...values),
    run: async (statement: Statement<never>, ...values: Value[]) =>
      fault(statement.text) ? 1 : tx.run(statement, ...values),
  });
  return {
    engine: store.engine,
    exclusive: store.exclusive,
    peek: (statement, ...values) => store.peek(statement, ...values),
    read: (work) => store.read(work),
    write: (work) => store.write((tx) => work(faulty(tx))),
    close: () => store.close(),
  };
}
