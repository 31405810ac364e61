import type { Router } from 'hono/router';
import { TrieRouter } from 'hono/router/trie-router';
import type { HttpBody, HttpHandler, HttpRequest, HttpResponse } from '../gateway/http-message.ts';
import type { ControlCall } from './call.ts';
import { listCalls } from './calls/index.ts';
import { findConsoleFile } from './console-files.ts';
import { ControlRefused } from './control-refused.ts';
import type { Levers } from './levers.ts';
import { controlPrefix } from './prefix.ts';
import { readInput } from './read-input.ts';
import { runCall } from './run-call.ts';

/**
 * The control API: the calls of the table, and the files of the console. What it refuses is JSON, `{"error"}`.
 * @param onFailure gets what is no fault of the call: a state that is not at hand, or a defect of the server
 */
export function createControl(
  levers: Levers,
  onFailure: (error: unknown) => void = () => undefined,
): HttpHandler<HttpBody> {
  const router: Router<ControlCall> = new TrieRouter();
  for (const { call } of listCalls()) router.add(call.method, call.path.replace(/\{([^{}]+)\}/g, ':$1'), call);
  return async (request) => {
    const path = request.path.slice(controlPrefix.length);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const [matches, places] = router.match(method, path);
    const [call, placed] = matches[0] ?? [];
    if (call !== undefined && placed !== undefined) {
      return answerCall(call, levers, request, textsOf(placed, places)).catch((error: unknown) =>
        refusal(error, onFailure),
      );
    }
    if (method === 'GET' && path === '/openapi.json') return json(200, await document());
    const file = method === 'GET' ? await findConsoleFile(path) : undefined;
    return file ?? json(404, { error: `there is no ${request.method} ${request.path} in the control API` });
  };
}

/** Of a router that keeps the texts apart from the names too. */
function textsOf(placed: Readonly<Record<string, string | number>>, places: readonly string[] = []) {
  return Object.fromEntries(
    Object.entries(placed).map(([name, text]) => [name, typeof text === 'number' ? (places[text] ?? '') : text]),
  );
}

async function answerCall(
  call: ControlCall,
  levers: Levers,
  request: HttpRequest,
  places: Readonly<Record<string, string>>,
): Promise<HttpResponse<HttpBody>> {
  const answer = await runCall(call, levers, readInput(call, request, places));
  if (call.contentType === undefined) return json(200, answer);
  const endless = call.contentType === 'text/event-stream';
  const headers = { 'content-type': call.contentType, ...(endless ? { 'cache-control': 'no-store' } : {}) };
  // A call with a content type of its own answers what can be a body.
  return { status: 200, headers, body: answer as HttpBody, endless };
}

function refusal(error: unknown, onFailure: (error: unknown) => void): HttpResponse {
  if (!(error instanceof ControlRefused)) {
    onFailure(error);
    return json(500, { error: 'the call failed by a defect of the server, which its log describes' });
  }
  if (error.status === 503) onFailure(error);
  return json(error.status, { error: error.message });
}

/** Made at its first call. */
async function document(): Promise<object> {
  const { openApiDocument } = await import('./open-api.ts');
  return openApiDocument();
}

function json(status: number, value: unknown): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
