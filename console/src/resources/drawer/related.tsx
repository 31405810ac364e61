import { Descriptions, Typography } from 'antd';
import type { ReactNode } from 'react';
import { hrefOf } from '../../router/route.ts';
import type { ResourceType } from '../resource-type.ts';
import { type Row, textAt, textsAt } from '../row.ts';
import { ResourceLinks } from '../value.tsx';

/** What a resource hangs together with: ids, or the way to the list of them. */
export function RelatedResources({ type, row }: { readonly type: ResourceType; readonly row: Row }): ReactNode {
  const items = type.related.map(({ title, of, path, filter }) => {
    if (filter !== undefined) {
      const href = hrefOf('resources', [of], { [filter]: textAt(row, type.id) });
      return { key: title, label: title, children: <ListLink href={href} />, isShown: true };
    }
    const ids = path === undefined ? [] : [...new Set(textsAt(row, path))];
    return { key: title, label: title, children: <ResourceLinks of={of} ids={ids} />, isShown: ids.length > 0 };
  });
  const shown = items.filter(({ isShown }) => isShown).map(({ key, label, children }) => ({ key, label, children }));
  return shown.length === 0 ? <p>Nothing.</p> : <Descriptions size="small" column={1} bordered items={shown} />;
}

function ListLink({ href }: { readonly href: string }): ReactNode {
  return <Typography.Link href={href}>Show them</Typography.Link>;
}
