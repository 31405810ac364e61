import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { HttpRequest } from '../gateway/http-message.ts';
import type { RequestRecord } from '../gateway/pipeline.ts';
import type { Step } from '../gateway/step.ts';
import { authenticate } from '../gateway/steps/authenticate.ts';
import { authorize } from '../gateway/steps/authorize.ts';
import { execute } from '../gateway/steps/execute.ts';
import { version } from '../version.ts';
import { currentTrace } from './request-trace.ts';
import { tracedStep } from './traced-steps.ts';
import { TracedStore } from './traced-store.ts';
import type { Tracing } from './tracing.ts';

/** How long spans are gathered, and how long a collector has to take them, in milliseconds. */
const gatheredForMs = 1_000;
const exportTimeoutMs = 3_000;

const tracedNames: ReadonlyMap<Step, string> = new Map<Step, string>([
  [authenticate, 'authenticate'],
  [authorize, 'authorize'],
  [execute, 'execute'],
]);

/**
 * Sends traces to a collector by OTLP over HTTP. A collector that is away is no trouble for requests.
 * @param endpoint `http://host:4318`, as `OTEL_EXPORTER_OTLP_ENDPOINT` names it, or the whole address of its traces
 * @throws Error when it is no http or https URL
 */
export function startTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: tracesUrl(endpoint), timeoutMillis: exportTimeoutMs });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'localyun', 'service.version': version }),
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        scheduledDelayMillis: gatheredForMs,
        exportTimeoutMillis: exportTimeoutMs,
      }),
    ],
  });
  const tracer = provider.getTracer('localyun', version);
  return {
    traceHandler: (handle) => async (request) => {
      const parent = parentOf(request);
      const attributes = { 'http.request.method': request.method, 'url.path': request.path };
      const root = tracer.startSpan(request.method, { kind: SpanKind.SERVER, attributes }, parent);
      const answered = currentTrace.run({ root, current: trace.setSpan(parent, root) }, () => handle(request));
      return answered.finally(() => root.end());
    },
    traceSteps: (steps) =>
      steps.map((step) => {
        const name = tracedNames.get(step);
        return name === undefined ? step : tracedStep(tracer, name, step);
      }),
    traceStore: (store) => new TracedStore(store, tracer),
    record,
    close: () => provider.shutdown().catch(() => undefined),
  };
}

/** Names the span of the request that was answered, and says what it was about. */
function record({ exchange, refusal, answer }: RequestRecord): void {
  const root = currentTrace.getStore()?.root;
  if (root === undefined) return;
  const { action, operation, identity, regionId, requestId } = exchange;
  if (action !== undefined) root.updateName(operation === undefined ? action : `${operation.product} ${action}`);
  root.setAttributes({
    'http.response.status_code': answer.status,
    'localyun.request_id': requestId,
    ...(action === undefined ? {} : { 'localyun.action': action }),
    ...(operation === undefined ? {} : { 'localyun.product': operation.product }),
    ...(identity === undefined ? {} : { 'localyun.account': identity.account.accountId }),
    ...(regionId === undefined ? {} : { 'localyun.region': regionId }),
    ...(refusal === undefined ? {} : { 'localyun.code': refusal.code }),
  });
  // What the caller did wrong is no error of the server.
  if (answer.status >= 500) root.setStatus({ code: SpanStatusCode.ERROR, message: refusal?.code ?? '' });
}

function parentOf({ headers }: HttpRequest): Context {
  const parent = parseTraceParent(headers.traceparent ?? '');
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

function tracesUrl(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(`tracesEndpoint: ${JSON.stringify(endpoint)} is no http or https URL`);
  }
  if (!url.pathname.endsWith('/v1/traces')) url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
}
