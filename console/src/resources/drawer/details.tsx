import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { Breakable } from '../../components/breakable.tsx';
import { useNarrow } from '../../hooks/use-narrow.ts';
import type { Row } from '../row.ts';
import { detailsOf } from './detail.ts';

/** Everything that a list tells of a resource, a line for each member; lists as their entries. */
export function Details({ row }: { readonly row: Row }): ReactNode {
  const narrow = useNarrow();
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      className="details"
      // Beside long names there is no room for values on a telephone.
      layout={narrow ? 'vertical' : 'horizontal'}
      items={detailsOf(row).map(({ path, text }) => ({
        key: path,
        label: <Breakable name={path} />,
        children: text,
      }))}
    />
  );
}
