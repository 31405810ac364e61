import { Button, Empty, Flex, Table } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useCloud } from '../../api/use-cloud.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useInterval } from '../../hooks/use-interval.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { listPage } from '../../resources/list.ts';
import type { ResourceType } from '../../resources/resource-type.ts';
import { type Row, textAt } from '../../resources/row.ts';
import { isTransitional } from '../../resources/status-tag.tsx';
import { BulkDeletion } from './bulk-deletion.tsx';
import { columnsOf } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { SmallNetwork } from './small-network.tsx';

interface ResourceListProps {
  readonly type: ResourceType;
  /** Filters of the address, by parameter. */
  readonly query: URLSearchParams;
  /** Counts what was changed from this page, so that the list is read again. */
  readonly changes: number;
  readonly onChange: () => void;
}

const quickMs = 1_000;
const slowMs = 5_000;

/** One page of a list, with its filters. It is read again by itself, more often while something is changing. */
export function ResourceList({ type, query, changes, onChange }: ResourceListProps): ReactNode {
  const cloud = useCloud();
  const filters = query.toString();
  const [page, setPage] = useState(1);
  const [pageSize, setPageSize] = useState(20);
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const [deleting, setDeleting] = useState<readonly Row[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with its first page and nothing chosen
  useEffect(() => {
    setPage(1);
    setChosenIds([]);
    setDeleting(undefined);
  }, [filters, cloud]);

  const load = useCallback(
    (signal: AbortSignal) => {
      const values = Object.fromEntries(new URLSearchParams(filters));
      return listPage(cloud, type, { values, page, pageSize }, signal);
    },
    [cloud, type, filters, page, pageSize],
  );
  // A page stays until the next one is there; never one of another identity or region.
  const { value, error, waiting, reload, refresh } = useLoaded(load, cloud);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was changed may be in the list
  useEffect(reload, [changes]);
  const rows = value?.rows ?? [];
  // Only what can be seen, lest something be deleted that nobody looks at.
  const selected = waiting ? [] : rows.filter((row) => chosenIds.includes(textAt(row, type.id)));
  const lastPage = Math.max(1, Math.ceil((value?.total ?? 0) / pageSize));
  const isBeyond = !waiting && value !== undefined && rows.length === 0 && page > lastPage;
  useEffect(() => {
    if (isBeyond) setPage(lastPage);
  }, [isBeyond, lastPage]);
  const isChanging = rows.some((row) => type.status !== undefined && isTransitional(textAt(row, type.status)));
  useInterval(refresh, isChanging ? quickMs : slowMs);

  const deletion = type.actions.find(({ name }) => name === 'delete');
  const isMarker = type.list.paging === 'marker';
  return (
    <Flex vertical gap="middle">
      <FilterBar type={type} query={query} />
      {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
      {deletion === undefined ? null : (
        <div>
          <Button danger disabled={selected.length === 0} onClick={() => setDeleting(selected)}>
            {deletion.title} selected ({selected.length})
          </Button>
        </div>
      )}
      <Table<Row>
        size="small"
        loading={waiting || isBeyond}
        dataSource={[...rows]}
        rowKey={(row) => textAt(row, type.id)}
        columns={columnsOf(type, query)}
        className="wide-table"
        rowSelection={{
          selectedRowKeys: selected.map((row) => textAt(row, type.id)),
          onChange: (_, chosen) => setChosenIds(chosen.map((row) => textAt(row, type.id))),
          getCheckboxProps: (row) => ({ 'aria-label': `Select ${textAt(row, type.id)}` }),
          columnTitle: (all) => <span title="Select all of this page">{all}</span>,
        }}
        pagination={{
          ...(isMarker ? {} : { current: page, total: value?.total ?? 0 }),
          pageSize,
          pageSizeOptions: [10, 20, 50],
          showSizeChanger: true,
          showTotal: (total) => `${total} in all`,
          onChange: (nextPage, nextSize) => {
            setPage(nextPage);
            setPageSize(nextSize);
            setChosenIds([]);
          },
        }}
        locale={{
          emptyText:
            value === undefined || isBeyond ? (
              <Empty description={error === undefined ? 'Loading' : 'It cannot be read.'} />
            ) : filters === '' ? (
              <Empty description={`No ${type.title} in this account and region.`}>
                {isMarker ? null : <SmallNetwork onDone={reload} />}
              </Empty>
            ) : (
              <Empty description="None that the filters let through." />
            ),
        }}
      />
      {deletion !== undefined && deleting !== undefined ? (
        <BulkDeletion
          type={type}
          action={deletion}
          rows={deleting}
          onClose={() => {
            setDeleting(undefined);
            setChosenIds([]);
            onChange();
          }}
        />
      ) : null}
    </Flex>
  );
}
