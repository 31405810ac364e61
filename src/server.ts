import pino from 'pino';
import { AccountDirectory } from './access/directory.ts';
import { checkOptions } from './check-options.ts';
import { type ControlAccess, guardControl } from './control/guard.ts';
import { createLevers, type Levers } from './control/levers.ts';
import { controlPrefix } from './control/prefix.ts';
import { Engine } from './engine/engine.ts';
import type { EngineObserver } from './engine/observer.ts';
import { createRandom } from './engine/random.ts';
import { TransitionTable } from './engine/transitions.ts';
import { shortenWaits } from './engine/waits.ts';
import { RequestFaults } from './faults/request-faults.ts';
import type { HttpBody, HttpHandler, HttpResponse } from './gateway/http-message.ts';
import { ownOrigin } from './gateway/own-origin.ts';
import { createPipeline, steps, transportAnswer } from './gateway/pipeline.ts';
import { NonceMemory } from './gateway/protocol/nonces.ts';
import { refuse } from './gateway/protocol/refusals.ts';
import { defaultTransportLimits } from './gateway/transport/limits.ts';
import { type Listener, startListener } from './gateway/transport/listener.ts';
import type { TlsKeyPair } from './gateway/transport/tls-acceptor.ts';
import type { TransportErrorKind } from './gateway/transport/transport-error.ts';
import { withoutForeignPages } from './gateway/web-pages.ts';
import { History } from './history/history.ts';
import { RequestCounts } from './metrics/request-counts.ts';
import { operationsByProduct } from './operation/operation.ts';
import type { Refusal } from './operation/refusal.ts';
import { regions } from './operation/regions.ts';
import { defaults, type LocalyunOptions } from './options.ts';
import { recorder } from './recorder.ts';
import { operations, transitions } from './registry.generated.ts';
import { RequestLog } from './requests/request-log.ts';
import { lazySnapshots } from './snapshots/lazy-snapshots.ts';
import { openClock } from './state-clock.ts';
import { type Store, StoreRefused } from './store/store.ts';
import type { Tracing } from './tracing/tracing.ts';

/** A running server. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly levers: Levers;
  /** Stops accepting, lets requests in flight finish for up to `graceMs`, and closes the state. */
  close(graceMs?: number): Promise<void>;
}

const defaultGraceMs = 3_000;

/**
 * Puts the parts together and serves.
 * @throws ConfigurationRefused when an option is not known or its value is none it can have, StoreRefused when the state
 *   cannot be opened, ListenError when the address cannot be listened on, SeedRefused when the seed is not valid
 */
export async function startServer(given: LocalyunOptions = {}): Promise<Server> {
  const options = checkOptions(given);
  const settings = { ...defaults, ...options };
  const { host, port, transitions: profile, auth, denialCode, logLevel, requestLog } = settings;
  const log = pino({ level: logLevel }, pino.destination({ fd: 2, sync: true }));
  const tracing = await tracingTo(options.tracesEndpoint);
  const database = await openStore(options);
  const opened = tracing?.traceStore(database) ?? database;
  try {
    const clock = await openClock(opened, profile);
    const history = settings.history === 0 ? undefined : new History(settings.history, () => clock.nowMs());
    const store = history === undefined ? opened : history.watch(opened);
    const random = createRandom(options.randomSeed);
    const transitionTable = new TransitionTable(transitions, profile);
    if (profile !== 'manual') await shortenWaits(store, transitionTable, clock.nowMs());
    const requests = requestLog === 0 ? undefined : new RequestLog({ count: requestLog });
    const engine = new Engine({
      store,
      clock,
      random,
      transitions: transitionTable,
      tokenOnLastPage: options.nextTokenOnLastPage ?? false,
      onDefect: (error) => log.error(error, 'a delayed change was set aside'),
      observer: observerOf(requests, history),
    });
    const directory = new AccountDirectory(store);
    const nonces = new NonceMemory({ enabled: options.refuseUsedNonces ?? true });
    const products = operationsByProduct(operations);
    const faults = new RequestFaults();
    const requestCounts = new RequestCounts();
    const levers = createLevers({
      store,
      unwatchedStore: opened,
      clock,
      random,
      transitionTable,
      profile,
      engine,
      directory,
      operations: products,
      faults,
      snapshots: lazySnapshots(options.databaseUrl === undefined ? options.dataDir : options.certificateDir),
      requests,
      history,
      requestCounts,
    });
    if (options.seed !== undefined) await levers.seed(options.seed);

    const listening = { host, port };
    const logRequest = recorder(log);
    const unread = (refusal: Refusal): HttpResponse => {
      const requestId = random.uuid();
      const answer = transportAnswer(requestId, refusal, ownOrigin(undefined, listening));
      requests?.recordUnread(requestId, refusal, answer);
      return answer;
    };
    const pipeline = createPipeline({
      engine,
      directory,
      nonces,
      operations: products,
      faults,
      auth,
      denialCode,
      timestampWindowMs: options.timestampWindowMs ?? 15 * 60_000,
      random,
      wallClock: Date.now,
      record: (record) => {
        logRequest(record);
        requestCounts.record(record);
        requests?.record(record);
        tracing?.record(record);
      },
      listening: () => listening,
      steps: tracing?.traceSteps(steps),
    });
    const handle = tracing?.traceHandler(pipeline) ?? pipeline;
    const listener = await startListener({
      host,
      port,
      handle: withControl(
        withoutForeignPages(handle, host, (reason) => unread(refuse('Forbidden.WebPage', { reason }))),
        levers,
        { host, token: options.controlToken },
        (error) => log.error(error, 'a call of the control API failed'),
      ),
      keyPair: certificates(options.certificateDir ?? options.dataDir, host),
      onTransportError: (kind) => unread(transportRefusal(kind)),
      onFailure: (error) => log.error(error, 'a request could not be answered'),
    });
    listening.port = listener.port;
    return { host, port: listener.port, levers, close: (graceMs) => stop(listener, store, tracing, graceMs) };
  } catch (error) {
    await opened.close();
    await tracing?.close();
    throw error;
  }
}

async function stop(
  listener: Listener,
  store: Store,
  tracing: Tracing | undefined,
  graceMs = defaultGraceMs,
): Promise<void> {
  await listener.close(graceMs);
  await store.close();
  await tracing?.close();
}

/** What sends traces is loaded only when somebody wants them. */
async function tracingTo(endpoint: string | undefined): Promise<Tracing | undefined> {
  return endpoint === undefined ? undefined : (await import('./tracing/start-tracing.ts')).startTracing(endpoint);
}

function observerOf(requests: RequestLog | undefined, history: History | undefined): EngineObserver {
  return {
    ...(requests && { refused: (call, refusal, state) => requests.witness.refused(call, refusal, state) }),
    ...(history && { stateReplaced: () => history.stateReplaced() }),
  };
}

/** Each engine is loaded only when it is used. */
async function openStore({ databaseUrl, dataDir }: LocalyunOptions): Promise<Store> {
  if (databaseUrl !== undefined && dataDir !== undefined) {
    throw new StoreRefused('a data directory and a database URL cannot be used together');
  }
  if (databaseUrl !== undefined) return (await import('./store/postgres.ts')).PostgresStore.open(databaseUrl);
  return (await import('./store/sqlite.ts')).SqliteStore.open(dataDir);
}

/** The control API is loaded at its first call. */
function withControl(
  pipeline: HttpHandler,
  levers: Levers,
  access: ControlAccess,
  onFailure: (error: unknown) => void,
): HttpHandler<HttpBody> {
  let control: Promise<HttpHandler<HttpBody>> | undefined;
  return async (request) => {
    if (request.path !== controlPrefix && !request.path.startsWith(`${controlPrefix}/`)) return pipeline(request);
    control ??= import('./control/control.ts').then(({ createControl }) =>
      guardControl(createControl(levers, onFailure), access),
    );
    return (await control)(request);
  };
}

/** Certificates are made, and what makes them is loaded, at the first https connection. */
function certificates(directory: string | undefined, host: string): () => Promise<TlsKeyPair> {
  let source: Promise<() => Promise<TlsKeyPair>> | undefined;
  return async () => {
    source ??= import('./gateway/transport/certificates.ts').then(({ createCertificateSource }) =>
      createCertificateSource({ directory, regions: regions.map(({ regionId }) => regionId), hosts: [host] }),
    );
    return (await source)();
  };
}

function transportRefusal(kind: TransportErrorKind) {
  switch (kind) {
    case 'body-too-large':
      return refuse('RequestEntityTooLarge', { limitBytes: defaultTransportLimits.maxBodyBytes });
    case 'headers-too-large':
      return refuse('RequestHeadersTooLarge', { limitBytes: defaultTransportLimits.maxHeaderBytes });
    case 'timeout':
      return refuse('RequestTimeout');
    case 'bad-request':
      return refuse('MalformedRequest');
    case 'internal':
      return refuse('InternalError');
  }
}
