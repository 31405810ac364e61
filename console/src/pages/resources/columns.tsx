import { Typography } from 'antd';
import type { ColumnType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { Column, ResourceType } from '../../resources/resource-type.ts';
import { type Row, textAt, textsAt, valuesAt } from '../../resources/row.ts';
import { StatusTag } from '../../resources/status-tag.tsx';
import { ResourceLinks, resourceHref, timeText } from '../../resources/value.tsx';

/**
 * The columns of a type's table: id, name, status, and its own. Sorting sorts the page that is shown.
 * @param query of the address, which stays when details are opened
 */
export function columnsOf(type: ResourceType, query: URLSearchParams): ColumnType<Row>[] {
  const { id, label, status } = type;
  return [
    {
      title: 'Id',
      render: (_, row) => (
        <Typography.Link href={resourceHref(type.name, textAt(row, id), query)}>{textAt(row, id)}</Typography.Link>
      ),
      sorter: byText(id),
    },
    ...(label === undefined ? [] : [{ title: 'Name', render: text(label), sorter: byText(label) }]),
    ...(status === undefined
      ? []
      : [
          {
            title: 'Status',
            render: (_: unknown, row: Row) => <StatusTag status={textAt(row, status)} />,
            sorter: byText(status),
          },
        ]),
    ...type.columns.map((column) => ({
      title: column.title,
      render: (_: unknown, row: Row) => cell(column, row),
      sorter: byText(column.path),
    })),
  ];
}

function cell({ path, as, of }: Column, row: Row): ReactNode {
  if (of !== undefined) return <ResourceLinks of={of} ids={textsAt(row, path)} />;
  if (as === 'time') return timeText(textAt(row, path));
  if (as === 'yes-no') return valuesAt(row, path)[0] === true ? 'yes' : 'no';
  return textsAt(row, path).join(', ');
}

function text(path: string) {
  return (_: unknown, row: Row) => textsAt(row, path).join(', ');
}

function byText(path: string) {
  return (one: Row, other: Row) => textAt(one, path).localeCompare(textAt(other, path), undefined, { numeric: true });
}
