import { Table, Typography } from 'antd';
import type { ReactNode } from 'react';
import { StatusTag } from '../../resources/status-tag.tsx';
import { typeOfId } from '../../resources/type-of-id.ts';
import { resourceHref } from '../../resources/value.tsx';
import { hrefOf } from '../../router/route.ts';
import { callerQuery } from '../../settings/addressed-caller.ts';
import type { Leak } from './leak.ts';

/** What was left behind, with its age and who made it. */
export function LeakTable({ leaks }: { readonly leaks: readonly Leak[] }): ReactNode {
  return (
    <Table<Leak>
      size="small"
      className="wide-table"
      dataSource={[...leaks]}
      rowKey={({ id }) => id}
      pagination={{ defaultPageSize: 10, hideOnSinglePage: true }}
      columns={[
        { title: 'Id', render: (_, leak) => <IdLink leak={leak} /> },
        { title: 'Name', dataIndex: 'name' },
        { title: 'Status', render: (_, { status = '' }) => <StatusTag status={status} /> },
        { title: 'Age', render: (_, { ageMs }) => ageText(ageMs), sorter: (one, other) => one.ageMs - other.ageMs },
        { title: 'Account', dataIndex: 'account' },
        { title: 'Region', dataIndex: 'region' },
        {
          title: 'Tags',
          render: (_, { tags }) =>
            Object.entries(tags)
              .map(([key, value]) => `${key}=${value}`)
              .join(', '),
        },
        { title: 'Made by', render: (_, leak) => <Maker leak={leak} /> },
      ]}
    />
  );
}

function IdLink({ leak: { id, account, region } }: { readonly leak: Leak }): ReactNode {
  const type = typeOfId(id);
  if (type === undefined) return id;
  // Rarely those of the header.
  const owner = callerQuery({ account, regionId: region });
  return <Typography.Link href={resourceHref(type, id, owner)}>{id}</Typography.Link>;
}

function Maker({ leak: { createdBy } }: { readonly leak: Leak }): ReactNode {
  if (createdBy === undefined) return 'not remembered';
  const { requestId, action = requestId, caller = '' } = createdBy;
  return (
    <>
      <Typography.Link href={hrefOf('requests', [requestId])}>{action}</Typography.Link> {caller}
    </>
  );
}

/** The two largest units of an age: `2 h 5 min`. */
export function ageText(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1_000));
  const units = [
    ['d', Math.floor(seconds / 86_400)],
    ['h', Math.floor(seconds / 3_600) % 24],
    ['min', Math.floor(seconds / 60) % 60],
    ['s', seconds % 60],
  ] as const;
  const first = units.findIndex(([, count]) => count > 0);
  if (first < 0) return '0 s';
  const shown = units.slice(first, first + 2).filter(([, count]) => count > 0);
  return shown.map(([unit, count]) => `${count} ${unit}`).join(' ');
}
