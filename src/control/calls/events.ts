import { z } from 'zod';
import { eventView } from '../../history/event-view.ts';
import { controlCall } from '../call.ts';
import { account, limit, since, timeoutMs } from './filters.ts';

const filters = {
  account: account.optional(),
  resource: z.string().min(1).optional().describe('those of the resource with this id, or that have it in a member'),
  kind: z
    .string()
    .min(1)
    .optional()
    .describe('a type such as network-interface, a change such as deleted, or both: network-interface.deleted'),
  since: since.optional(),
};

const members = z.record(z.string(), z.unknown()).readonly();

const event = z.strictObject({
  at: z.iso.datetime().describe('by the modelled clock'),
  requestId: z.string().exactOptional().describe('the request that made the change'),
  transition: z
    .strictObject({ resourceType: z.string(), resourceId: z.string(), kind: z.string() })
    .exactOptional()
    .describe('the delayed change that made it; without either it was the operator of the server'),
  account: z.string(),
  region: z.string(),
  resourceType: z.string(),
  resourceId: z.string(),
  change: z.enum(['created', 'modified', 'deleted']),
  from: members.exactOptional().describe('only the members that differ; absent where they are not known'),
  to: members.exactOptional(),
});

interface GivenFilters {
  readonly account?: string | undefined;
  readonly resource?: string | undefined;
  readonly kind?: string | undefined;
  readonly since?: number | undefined;
}

const filterOf = ({ since, ...others }: GivenFilters) => ({ ...others, sinceMs: since });

export const events = {
  list: controlCall({
    method: 'GET',
    path: '/events',
    summary: 'list the changes of resources that were made last, newest first',
    input: z.strictObject({ ...filters, limit }),
    output: z.strictObject({ events: z.array(event) }),
    columns: ['at', 'resourceType', 'resourceId', 'change', 'account', 'requestId'],
    run: (levers, { limit, ...given }) => ({ events: levers.events.list(filterOf(given), limit).map(eventView) }),
  }),

  wait: controlCall({
    method: 'POST',
    path: '/events/wait',
    summary: 'wait for a change of a resource; with since, one that was made already will do',
    input: z.strictObject({ ...filters, timeoutMs }),
    output: event,
    async run(levers, { timeoutMs, ...given }) {
      return eventView(await levers.events.wait(filterOf(given), timeoutMs));
    },
  }),
};
