import { Empty, Flex, Timeline, Typography } from 'antd';
import { type ReactNode, useCallback } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { hrefOf } from '../../router/route.ts';
import { timeText } from '../value.tsx';

/** One change of a resource, as `GET /events` lists it. */
interface HistoryEvent {
  readonly at: string;
  /** The request that made the change; without it a delayed change or the operator of the server did. */
  readonly requestId?: string;
  readonly transition?: { readonly resourceId: string; readonly kind: string };
  readonly resourceType: string;
  readonly change: string;
  /** Only the members that differ; not there when they are not known. */
  readonly from?: Readonly<Record<string, unknown>>;
  readonly to?: Readonly<Record<string, unknown>>;
}

/** What has happened to a resource, the newest first. */
export function History({ id }: { readonly id: string }): ReactNode {
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) =>
      control.get<{ readonly events: readonly HistoryEvent[] }>('/events', { resource: id, limit: 200 }, signal),
    [control, id],
  );
  const { value, error, reload } = useLoaded(load);
  if (error !== undefined) return <ErrorPanel error={error} retry={reload} />;
  if (value === undefined) return null;
  if (value.events.length === 0) {
    return <Empty description="The server remembers no change of it: none happened since it started." />;
  }
  return <Timeline items={value.events.map((event) => ({ content: <Entry event={event} /> }))} />;
}

function Entry({ event }: { readonly event: HistoryEvent }): ReactNode {
  const { at, requestId, transition, resourceType, change, from, to } = event;
  const members = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])];
  const isKnown = from !== undefined || change === 'created';
  return (
    <Flex vertical>
      <span>
        <strong>
          {resourceType} {change}
        </strong>{' '}
        {timeText(at)} <Origin requestId={requestId} transition={transition} />
      </span>
      <ul className="plain-list">
        {members.map((member) => (
          <li key={member}>
            {member}: {isKnown ? shown(from?.[member]) : 'not known'} → {shown(to?.[member])}
          </li>
        ))}
      </ul>
    </Flex>
  );
}

function Origin({
  requestId,
  transition,
}: { readonly [Name in 'requestId' | 'transition']: HistoryEvent[Name] }): ReactNode {
  if (requestId !== undefined) {
    return <Typography.Link href={hrefOf('requests', [requestId])}>by request {requestId}</Typography.Link>;
  }
  if (transition !== undefined) return `by the delayed change ${transition.kind} of ${transition.resourceId}`;
  return 'by the operator of the server';
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
