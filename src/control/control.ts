import { Hono } from 'hono';
import { z } from 'zod';
import type { HttpHandler } from '../gateway/http-message.ts';
import { parseJson } from '../operation/json.ts';
import { ControlRefused } from './control-refused.ts';
import type { Levers } from './levers.ts';
import { controlPrefix } from './prefix.ts';

const advance = z.strictObject({
  milliseconds: z
    .int()
    .min(0)
    .max(10 * 365 * 24 * 60 * 60 * 1000),
});
const fault = z.strictObject({
  resourceType: z.string(),
  kind: z.string(),
  outcome: z.enum(['complete', 'fail', 'stick']),
  accountId: z.string().optional(),
  resourceId: z.string().optional(),
  count: z.int().min(1).max(1_000_000).default(1),
});

const fixture = z.strictObject({
  serviceId: z.int().min(1).nullable().optional(),
  slaveCount: z.int().min(0).max(100).optional(),
});

const packetProtocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE'] as const;
const port = z.int().min(1).max(65_535);
const withPorts = (protocol: string) => protocol === 'TCP' || protocol === 'UDP';
const path = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    protocol: z.preprocess(
      (value) => packetProtocols.find((name) => name.toUpperCase() === String(value).toUpperCase()) ?? value,
      z.enum(packetProtocols),
    ),
    port: port.optional(),
    sourcePort: port.optional(),
  })
  .refine((asked) => withPorts(asked.protocol) === (asked.port !== undefined), {
    path: ['port'],
    message: 'must be given for TCP and UDP, and for no other protocol',
  })
  .refine((asked) => withPorts(asked.protocol) || asked.sourcePort === undefined, {
    path: ['sourcePort'],
    message: 'can be given for TCP and UDP only',
  });

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);
const absence = (method: string, path: string): string => `there is no ${method} ${path} in the control API`;

/** The control API: health, reset, clock, delayed changes that go wrong, accounts. Answers JSON throughout. */
export function createControl(levers: Levers): HttpHandler {
  const app = new Hono().basePath(controlPrefix);
  app.get('/health', (context) => context.json({ status: 'ok', ...levers.health() }));
  app.post('/reset', async (context) => {
    await levers.reset(context.req.query('account'));
    return context.json({ status: 'ok' });
  });
  app.get('/clock', async (context) => {
    await levers.catchUp();
    return context.json(levers.clock());
  });
  app.post('/clock/advance', async (context) => {
    const { milliseconds } = await bodyOf(context.req, advance);
    return context.json(await levers.advance(milliseconds));
  });
  app.post('/transition-faults', async (context) => {
    await levers.failTransition(await bodyOf(context.req, fault));
    return context.json({ status: 'ok' });
  });
  app.patch('/network-interfaces/:id', async (context) => {
    const { serviceId, slaveCount } = await bodyOf(context.req, fixture);
    await levers.fixNetworkInterface(context.req.param('id'), {
      ...(serviceId === undefined ? {} : { serviceId }),
      ...(slaveCount === undefined ? {} : { slaveCount }),
    });
    return context.json({ status: 'ok' });
  });
  app.post('/reachability', async (context) =>
    context.json(await levers.reachability(await bodyOf(context.req, path))),
  );
  app.post('/seed', async (context) => {
    await levers.seed(await bodyOf(context.req, z.unknown()));
    return context.json({ status: 'ok' });
  });
  app.notFound((context) => context.json({ error: absence(context.req.method, context.req.path) }, 404));
  app.onError((error, context) => {
    if (error instanceof ControlRefused || error.name === 'SeedRefused')
      return context.json({ error: error.message }, 400);
    throw error;
  });
  return async (request) => {
    const target = `http://localhost${request.path}${request.query === '' ? '' : `?${request.query}`}`;
    const { method } = request;
    // The requests that the router takes have no other methods, and bodies only with some of these.
    if (!methods.has(method)) {
      const error = absence(method, request.path);
      return { status: 404, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error }) };
    }
    const hasBody = request.body.length > 0 && method !== 'GET' && method !== 'HEAD';
    const answer = await app.request(target, {
      method,
      headers: { ...request.headers },
      ...(hasBody ? { body: new Uint8Array(request.body) } : {}),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
}

async function bodyOf<T>(request: { text(): Promise<string> }, schema: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  const body = text === '' ? {} : parseJson(text);
  if (body === undefined) throw new ControlRefused('the request body is not JSON');
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  throw new ControlRefused(
    checked.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
  );
}
