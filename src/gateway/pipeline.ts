import { findProductName } from '../contracts/load.ts';
import type { Random } from '../operation/context.ts';
import type { Refusal } from '../operation/refusal.ts';
import { StoreUnavailable } from '../store/store.ts';
import { type Exchange, known } from './exchange.ts';
import { withFault } from './faulty-answer.ts';
import type { HttpHandler, HttpResponse } from './http-message.ts';
import { type Listening, ownOrigin } from './own-origin.ts';
import { errorPage } from './protocol/error-body.ts';
import { contentTypes } from './protocol/format.ts';
import { refuse } from './protocol/refusals.ts';
import { renderError, renderSuccess } from './protocol/render.ts';
import type { GatewayParts, Step } from './step.ts';
import { admit } from './steps/admit.ts';
import { authenticate } from './steps/authenticate.ts';
import { authorize } from './steps/authorize.ts';
import { execute } from './steps/execute.ts';
import { identify } from './steps/identify.ts';
import { injectFaults } from './steps/inject-faults.ts';
import { parse } from './steps/parse.ts';
import { validate } from './steps/validate.ts';

/** The way of a request, in order. The first refusal ends it; success and refusal alike are then rendered and recorded. */
export const steps: readonly Step[] = [
  parse,
  identify,
  authenticate,
  admit,
  validate,
  authorize,
  injectFaults,
  execute,
];

/** What is known of a request once it is answered. */
export interface RequestRecord {
  readonly exchange: Exchange;
  readonly refusal: Refusal | undefined;
  /** The exception behind an InternalError: a defect of this server. */
  readonly error: unknown;
  readonly answer: HttpResponse;
  readonly durationMs: number;
}

export interface PipelineParts extends GatewayParts {
  readonly random: Random;
  /** The time that signatures are checked against, in milliseconds. */
  readonly wallClock: () => number;
  readonly record: (record: RequestRecord) => void;
  /** Asked when an answer has to name this server. */
  readonly listening: () => Listening;
  /** The steps, or others in their place that do the same. */
  readonly steps?: readonly Step[] | undefined;
}

/** Answers every request of the RPC protocol; never rejects. */
export function createPipeline(parts: PipelineParts): HttpHandler {
  const way = parts.steps ?? steps;
  return async (request) => {
    const begunMs = performance.now();
    const exchange: Exchange = {
      request,
      requestId: parts.random.uuid(),
      receivedAtMs: parts.wallClock(),
      format: 'xml',
    };
    let refusal: Refusal | undefined;
    let error: unknown;
    let answer: HttpResponse;
    try {
      await parts.engine.catchUp();
      refusal = await firstRefusal(way, exchange, parts);
      answer = refusal === undefined ? successAnswer(exchange) : refusalAnswer(exchange, refusal, parts.listening());
    } catch (thrown) {
      error = thrown;
      refusal = refuse(thrown instanceof StoreUnavailable ? 'ServiceUnavailable' : 'InternalError');
      answer = refusalAnswer(exchange, refusal, parts.listening());
    }
    parts.record({ exchange, refusal, error, answer, durationMs: performance.now() - begunMs });
    return exchange.fault === undefined ? answer : withFault(answer, exchange.fault);
  };
}

async function firstRefusal(
  way: readonly Step[],
  exchange: Exchange,
  parts: GatewayParts,
): Promise<Refusal | undefined> {
  for (const step of way) {
    const outcome = step(exchange, parts);
    const refusal = outcome instanceof Promise ? await outcome : outcome;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function successAnswer(exchange: Exchange): HttpResponse {
  const { format, requestId } = exchange;
  const shape = known(exchange, 'contract').response;
  const action = known(exchange, 'action');
  const body = renderSuccess(format, shape, action, requestId, known(exchange, 'response') as Record<string, unknown>);
  return { status: 200, headers: headersOf(exchange), body };
}

function refusalAnswer(exchange: Exchange, refusal: Refusal, listening: Listening): HttpResponse {
  const { status, code, message, accessDeniedDetail } = refusal;
  const { format, requestId, request, version = '' } = exchange;
  const body = renderError(format, {
    requestId,
    hostId: request.headers.host ?? '',
    code,
    message,
    recommend: errorPage(ownOrigin(request, listening), { code, product: findProductName(version), requestId }),
    accessDeniedDetail,
  });
  return { status, headers: headersOf(exchange), body };
}

function headersOf({ format, requestId }: Exchange): Record<string, string> {
  return { 'content-type': contentTypes[format], 'x-acs-request-id': requestId };
}

/**
 * The answer to what never became a request of the protocol: malformed HTTP, too large, too slow, from a web page, or a
 * defect.
 * @param origin where this server is found
 */
export function transportAnswer(requestId: string, { status, code, message }: Refusal, origin: string): HttpResponse {
  const recommend = errorPage(origin, { code, requestId });
  return {
    status,
    headers: { 'content-type': contentTypes.json, 'x-acs-request-id': requestId },
    body: renderError('json', { requestId, hostId: '', code, message, recommend }),
  };
}
