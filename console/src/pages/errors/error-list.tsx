import { Checkbox, Flex, Input, Select, Table, Typography } from 'antd';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import type { ErrorEntry } from '../../api/errors.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { hrefOf } from '../../router/route.ts';

/** Every error code, searched by anything that is said of it. */
export function ErrorList({ query }: { readonly query: URLSearchParams }): ReactNode {
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) => control.get<{ readonly errors: readonly ErrorEntry[] }>('/errors', {}, signal),
    [control],
  );
  const { value, error, loading, reload } = useLoaded(load);
  const [text, setText] = useState(query.get('q') ?? '');
  const [product, setProduct] = useState('');
  const [answeredOnly, setAnsweredOnly] = useState(true);
  const searched = useDeferredValue(text);
  const all = value?.errors;
  const found = useMemo(
    () => (all ?? []).filter((one) => matches(one, { text: searched, product, answeredOnly })),
    [all, searched, product, answeredOnly],
  );
  const products = [...new Set((all ?? []).map((one) => one.product))].sort();

  return (
    <>
      <PageHeader title="Error Center" summary="What each error code means here, and how to get out of it." />
      <Flex vertical gap="middle">
        <Flex wrap gap="small" align="center">
          <Input.Search
            className="error-search"
            allowClear
            aria-label="Search"
            placeholder="A code, a part of a message, an operation"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Select
            className="error-product"
            aria-label="Product"
            value={product}
            options={[{ value: '', label: 'All products' }, ...products.map((name) => ({ value: name, label: name }))]}
            onChange={setProduct}
          />
          <Checkbox checked={answeredOnly} onChange={(event) => setAnsweredOnly(event.target.checked)}>
            Only those that are answered here
          </Checkbox>
        </Flex>
        {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
        <Table<ErrorEntry>
          size="small"
          className="wide-table"
          loading={loading && all === undefined}
          dataSource={found}
          rowKey={({ product: of, code }) => `${of} ${code}`}
          pagination={{ defaultPageSize: 20, showTotal: (total) => `${total} codes`, showSizeChanger: true }}
          columns={[
            {
              title: 'Code',
              render: (_, { code }) => <Typography.Link href={hrefOf('errors', [code])}>{code}</Typography.Link>,
              sorter: (one, other) => one.code.localeCompare(other.code),
            },
            { title: 'Product', dataIndex: 'product' },
            { title: 'Status', dataIndex: 'status', sorter: (one, other) => one.status - other.status },
            { title: 'Why', render: (_, { cause }) => <div className="error-cause">{cause}</div> },
          ]}
        />
      </Flex>
    </>
  );
}

interface Search {
  readonly text: string;
  readonly product: string;
  readonly answeredOnly: boolean;
}

function matches(one: ErrorEntry, { text, product, answeredOnly }: Search): boolean {
  if (answeredOnly && !one.answered) return false;
  if (product !== '' && one.product !== product) return false;
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const messages = one.answers.map(({ message }) => message);
  const said = [one.code, String(one.status), one.cause, one.wayOut, ...messages, ...one.operations]
    .join(' ')
    .toLowerCase();
  return words.every((word) => said.includes(word));
}
