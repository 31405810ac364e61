import { z } from 'zod';
import { diagnosisView } from '../../diagnosis/diagnosis-view.ts';
import { eventView } from '../../history/event-view.ts';
import { requestView, wholeRequestView } from '../../requests/request-view.ts';
import { controlCall } from '../call.ts';
import { eventStream } from '../server-sent-events.ts';
import { diagnosis } from './diagnosis.ts';
import { account, limit, since, timeoutMs } from './filters.ts';

const filters = {
  account: account.optional(),
  product: z.string().optional().describe('such as Ecs'),
  action: z.string().optional().describe('such as DeleteNetworkInterface'),
  code: z.string().optional().describe('those that were refused with this code'),
  status: z.int().optional().describe('the HTTP status of the answer'),
  requestId: z.string().optional(),
  since: since.optional(),
};

const view = {
  requestId: z.string(),
  at: z.iso.datetime().describe('by the wall clock, when the request arrived'),
  durationMs: z.number(),
  account: z.string().exactOptional(),
  caller: z.string().exactOptional().describe('the ARN of who called'),
  accessKeyId: z.string().exactOptional(),
  product: z.string().exactOptional(),
  version: z.string().exactOptional(),
  action: z.string().exactOptional(),
  region: z.string().exactOptional(),
  parameters: z.record(z.string(), z.string()).describe('as sent, secrets masked'),
  method: z.string().exactOptional().describe('of HTTP'),
  scheme: z.string().exactOptional().describe('how it said who calls: V1, V3, bearer or anonymous'),
  format: z.string().describe('of the answer'),
  status: z.int(),
  code: z.string().exactOptional(),
  message: z.string().exactOptional(),
  resources: z.array(z.string()).readonly().describe('the ids that request and answer have'),
  client: z.strictObject({ userAgent: z.string().exactOptional(), address: z.string().exactOptional() }),
};
const listed = z.strictObject(view);

interface GivenFilters {
  readonly account?: string | undefined;
  readonly product?: string | undefined;
  readonly action?: string | undefined;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly since?: number | undefined;
}

const filterOf = ({ since, ...others }: GivenFilters) => ({ ...others, sinceMs: since });

export const requests = {
  list: controlCall({
    method: 'GET',
    path: '/requests',
    summary: 'list the requests that were answered last, newest first',
    input: z.strictObject({ ...filters, limit }),
    output: z.strictObject({ requests: z.array(listed) }),
    columns: ['at', 'action', 'status', 'code', 'account', 'durationMs', 'requestId'],
    run: (levers, { limit, ...given }) => ({
      requests: levers.requests.list(filterOf(given), limit).map(requestView),
    }),
  }),

  stream: controlCall({
    method: 'GET',
    path: '/requests/stream',
    summary: 'send every request as it is answered, and every change of a resource, as server-sent events',
    input: z.strictObject({ account: account.optional() }),
    output: z.custom<ReturnType<typeof eventStream>>(),
    contentType: 'text/event-stream',
    httpOnly: true,
    run: (levers, { account }) =>
      eventStream((send) => {
        const ofRequests = levers.requests.subscribe((request) => {
          if (account === undefined || account === request.accountId) {
            send({ event: 'request', data: requestView(request) });
          }
        });
        const ofEvents = levers.events.subscribe((event) => {
          if (account === undefined || account === event.accountId) send({ event: 'event', data: eventView(event) });
        });
        return () => {
          ofRequests();
          ofEvents();
        };
      }),
  }),

  wait: controlCall({
    method: 'POST',
    path: '/requests/wait',
    summary: 'wait until a request like this is answered; with since, one that was answered already will do',
    input: z.strictObject({ ...filters, timeoutMs }),
    output: listed,
    async run(levers, { timeoutMs, ...given }) {
      return requestView(await levers.requests.wait(filterOf(given), timeoutMs));
    },
  }),

  show: controlCall({
    method: 'GET',
    path: '/requests/{requestId}',
    summary: 'show one request with its answer',
    input: z.strictObject({ requestId: z.string() }),
    arguments: ['requestId'],
    output: z.strictObject({
      ...view,
      responseBody: z.string().describe('secrets masked, cut after 65,536 characters'),
    }),
    run: (levers, { requestId }) => wholeRequestView(levers.requests.show(requestId)),
  }),

  diagnose: controlCall({
    method: 'GET',
    path: '/requests/{requestId}/diagnosis',
    summary: 'tell why a request was refused, and the steps after which it succeeds',
    input: z.strictObject({ requestId: z.string() }),
    arguments: ['requestId'],
    output: diagnosis,
    async run(levers, { requestId }) {
      return diagnosisView(await levers.diagnose(requestId));
    },
  }),
};
