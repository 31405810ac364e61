import { Badge, Tooltip } from 'antd';
import { type ReactNode, useCallback } from 'react';
import { useControl } from '../api/control-context.tsx';
import type { Health } from '../api/health.ts';
import { useInterval } from '../hooks/use-interval.ts';
import { useLoaded } from '../hooks/use-loaded.ts';

const askedEveryMs = 10_000;

/** Whether the server answers, and which one it is. */
export function ServerHealth(): ReactNode {
  const control = useControl();
  const { value, error, refresh } = useLoaded(
    useCallback((signal: AbortSignal) => control.get<Health>('/health', {}, signal), [control]),
  );
  useInterval(refresh, askedEveryMs);
  if (error !== undefined) return <Badge status="error" text="does not answer" />;
  if (value === undefined) return <Badge status="default" text="asking" />;
  const { version, engine, transitions } = value;
  return (
    <Tooltip title={`Version ${version}, state in ${engine}, delayed changes: ${transitions}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip is for the keyboard too */}
      <span tabIndex={0}>
        <Badge status="success" text="running" />
      </span>
    </Tooltip>
  );
}
