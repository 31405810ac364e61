import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { hrefOf } from '../router/route.ts';

/** The address of a resource's details; the query has the filters of the list behind them, or whose resource it is. */
export function resourceHref(
  type: string,
  id: string,
  query: Readonly<Record<string, string>> | URLSearchParams = {},
): string {
  return hrefOf('resources', [type, id], query);
}

/** Ids of one type, each a way to its details. */
export function ResourceLinks({ of, ids }: { readonly of: string; readonly ids: readonly string[] }): ReactNode {
  return (
    <span className="resource-links">
      {ids.map((id) => (
        <Typography.Link key={id} href={resourceHref(of, id)}>
          {id}
        </Typography.Link>
      ))}
    </span>
  );
}

/** A time in the zone of whoever looks at it; as it was written when it is none. */
export function timeText(text: string): string {
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? text : new Date(atMs).toLocaleString();
}
