import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sql } from '../store/statement.ts';
import type { Store } from '../store/store.ts';
import { durationBoundsMs, type OperationCounts, type RequestCounts } from './request-counts.ts';

/** What is counted while a server runs. */
export interface MetricSources {
  readonly requests: RequestCounts;
  readonly store: Store;
  /** By `resource-type/kind`. */
  readonly appliedTransitions: ReadonlyMap<string, number>;
}

const countPending = sql<{ resourceType: string; kind: string; pending: number }>(
  `SELECT resource_type AS "resourceType", kind, COUNT(*) AS "pending" FROM transition
   GROUP BY resource_type, kind ORDER BY resource_type, kind`,
);

/** The registry of a server: it reads the counts when it is scraped. Memory, event loop and the like are among it. */
export function createRegistry(sources: MetricSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const { requests, store, appliedTransitions } = sources;

  new Counter({
    name: 'localyun_requests_total',
    help: 'Requests answered, by operation and error code; the code of a success is empty.',
    labelNames: ['product', 'action', 'code'],
    registers,
    collect() {
      this.reset();
      for (const { product, action, codes } of requests.list()) {
        for (const [code, count] of codes) this.inc({ product, action, code }, count);
      }
    },
  });
  new Gauge({
    name: 'localyun_transitions_pending',
    help: 'Delayed changes that are not applied yet, stuck ones among them.',
    labelNames: ['resource_type', 'kind'],
    registers,
    async collect() {
      this.reset();
      for (const { resourceType, kind, pending } of await store.read((tx) => tx.all(countPending))) {
        this.set({ resource_type: resourceType, kind }, pending);
      }
    },
  });
  new Counter({
    name: 'localyun_transitions_applied_total',
    help: 'Delayed changes that this server has applied.',
    labelNames: ['resource_type', 'kind'],
    registers,
    collect() {
      this.reset();
      for (const [name, count] of appliedTransitions) {
        const [resource_type = '', kind = ''] = name.split('/');
        this.inc({ resource_type, kind }, count);
      }
    },
  });
  new Counter({
    name: 'localyun_store_batches_total',
    help: 'Transactions of the database that were committed; each holds the writes that came together.',
    registers,
    collect() {
      this.reset();
      this.inc(store.counts?.batches ?? 0);
    },
  });
  new Counter({
    name: 'localyun_store_writes_total',
    help: 'Pieces of work in committed transactions, those whose changes were not kept among them.',
    registers,
    collect() {
      this.reset();
      this.inc(store.counts?.writes ?? 0);
    },
  });
  registry.registerMetric(durationHistogram(requests));
  return registry;
}

const durationName = 'localyun_request_duration_seconds';
const durationHelp = 'How long requests took until they were answered, by operation.';

/** A histogram whose classes are counted already. */
function durationHistogram(requests: RequestCounts): Histogram<'product' | 'action'> {
  const histogram = new Histogram({
    name: durationName,
    help: durationHelp,
    labelNames: ['product', 'action'],
    registers: [],
  });
  const get = async () => ({
    name: durationName,
    help: durationHelp,
    type: 'histogram',
    aggregator: 'sum' as const,
    values: requests.list().flatMap(durationValues),
  });
  return Object.assign(histogram, { get, getForPromString: get });
}

/** Each class of a histogram has everything below its bound. */
function durationValues({ product, action, durations, totalMs }: OperationCounts) {
  let below = 0;
  const buckets = durations.map((count, place) => {
    below += count;
    const boundMs = durationBoundsMs[place];
    const le = boundMs === undefined ? '+Inf' : boundMs / 1000;
    return { metricName: `${durationName}_bucket`, labels: { le, product, action }, value: below };
  });
  return [
    ...buckets,
    { metricName: `${durationName}_sum`, labels: { product, action }, value: totalMs / 1000 },
    { metricName: `${durationName}_count`, labels: { product, action }, value: below },
  ];
}
