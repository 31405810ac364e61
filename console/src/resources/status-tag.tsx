import { Tag } from 'antd';
import type { ReactNode } from 'react';

/** White letters stand on them with a contrast of more than 4.5, in both themes. */
const green = '#237804';
const blue = '#0057ad';
const orange = '#ad4e00';
const grey = '#4e5969';

const settled: Readonly<Record<string, string>> = {
  Available: green,
  InUse: blue,
  In_use: blue,
  Running: green,
};

/** Whether a status is one that passes by itself. */
export function isTransitional(status: string): boolean {
  return /(ing|^Pending)$/.test(status) && status !== 'Running';
}

/** A status: its word, and a colour beside it. */
export function StatusTag({ status }: { readonly status: string }): ReactNode {
  if (status === '') return null;
  return (
    <Tag color={isTransitional(status) ? orange : (settled[status] ?? grey)} variant="solid">
      {status}
    </Tag>
  );
}
