import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { type Row, textsAt } from '../row.ts';

interface Detail {
  readonly path: string;
  readonly text: string;
}

/** Everything that a list tells of a resource, a line for each member; lists as their entries. */
export function Details({ row }: { readonly row: Row }): ReactNode {
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      items={detailsOf(row, row, '').map(({ path, text }) => ({ key: path, label: path, children: text }))}
    />
  );
}

function detailsOf(row: Row, part: unknown, path: string): readonly Detail[] {
  const members = Object.entries(first(part));
  if (path !== '' && members.length === 0) {
    const texts = textsAt(row, path);
    return texts.length === 0 ? [] : [{ path, text: texts.join(', ') }];
  }
  return members.flatMap(([name, inner]) => detailsOf(row, inner, path === '' ? name : `${path}.${name}`));
}

/** The members of an object, or of the first entry of a list: its entries are alike. */
function first(part: unknown): object {
  const entry: unknown = Array.isArray(part) ? part[0] : part;
  return typeof entry === 'object' && entry !== null ? entry : {};
}
