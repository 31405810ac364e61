import { Tag } from 'antd';
import type { ReactNode } from 'react';

const settled: Readonly<Record<string, string>> = {
  Available: 'green',
  InUse: 'blue',
  In_use: 'blue',
  Running: 'green',
  Stopped: 'default',
};

/** Whether a status is one that passes by itself. */
export function isTransitional(status: string): boolean {
  return /(ing|^Pending)$/.test(status) && status !== 'Running';
}

/** A status: its word, and a colour beside it. */
export function StatusTag({ status }: { readonly status: string }): ReactNode {
  if (status === '') return null;
  return <Tag color={isTransitional(status) ? 'orange' : (settled[status] ?? 'default')}>{status}</Tag>;
}
