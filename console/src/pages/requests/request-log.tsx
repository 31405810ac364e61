import { Badge, Button, Checkbox, Flex, Input, Table, Tag, Typography } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { explorerHref } from '../../resources/explorer-href.ts';
import { hrefOf } from '../../router/route.ts';
import { navigate } from '../../router/use-route.ts';
import { senderOf } from './sender.ts';
import { useRequestLog } from './use-request-log.ts';

/** The live log of requests, with a filter. What is looked for is in the address, so that one comes back to it. */
export function RequestLog({ query }: { readonly query: URLSearchParams }): ReactNode {
  const { requests, live, error, clear } = useRequestLog();
  const text = query.get('q') ?? '';
  const [refusedOnly, setRefusedOnly] = useState(false);
  const searched = useDeferredValue(text);
  const shown = requests.filter((one) => (!refusedOnly || one.status >= 400) && matches(one, searched));
  return (
    <>
      <PageHeader
        title="Requests"
        summary="What was asked of this server, as it comes in."
        actions={<Badge status={live ? 'success' : 'warning'} text={live ? 'live' : 'not connected'} />}
      />
      <Flex vertical gap="middle">
        <Flex wrap gap="small" align="center">
          <Input.Search
            className="error-search"
            allowClear
            aria-label="Filter"
            placeholder="Operation, code, id, account, address..."
            value={text}
            onChange={(event) => lookFor(event.target.value)}
          />
          <Checkbox checked={refusedOnly} onChange={(event) => setRefusedOnly(event.target.checked)}>
            Only refused ones
          </Checkbox>
          <Button onClick={clear}>Clear the page</Button>
        </Flex>
        {error === undefined ? null : <ErrorPanel error={error} />}
        <Table<ListedRequest>
          size="small"
          className="wide-table"
          dataSource={shown}
          rowKey={({ requestId }) => requestId}
          pagination={{ defaultPageSize: 20, showSizeChanger: true, showTotal: (total) => `${total} shown` }}
          columns={[
            { title: 'When', render: (_, { at }) => new Date(at).toLocaleTimeString() },
            {
              title: 'Operation',
              render: (_, one) => (
                <Typography.Link href={hrefOf('requests', [one.requestId])}>
                  {one.action ?? one.requestId}
                </Typography.Link>
              ),
            },
            { title: 'Answer', render: (_, one) => <Answer request={one} /> },
            { title: 'ms', render: (_, { durationMs }) => durationMs.toFixed(1) },
            { title: 'Account', render: (_, { account = '' }) => account },
            { title: 'Region', render: (_, { region = '' }) => region },
            { title: 'Signed', render: (_, { scheme = '' }) => scheme },
            { title: 'Repeat', render: (_, one) => <Repeat request={one} /> },
          ]}
        />
      </Flex>
    </>
  );
}

function lookFor(text: string): void {
  navigate(hrefOf('requests', [], text === '' ? {} : { q: text }), { replace: true });
}

/** Status, and the code of a refusal. */
export function Answer({ request: { status, code } }: { readonly request: ListedRequest }): ReactNode {
  return (
    <>
      <Tag variant="solid" color={status < 400 ? '#237804' : '#a8071a'}>
        {status}
      </Tag>
      {code ?? ''}
    </>
  );
}

/** The way to the Explorer with the same call, where it can be sent again and had as code. */
export function Repeat({ request }: { readonly request: ListedRequest }): ReactNode {
  const { product, action, parameters } = request;
  if (product === undefined || action === undefined) return null;
  const href = explorerHref(product, action, parameters, senderOf(request));
  return <Typography.Link href={href}>Explorer</Typography.Link>;
}

function matches(request: ListedRequest, text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const said = JSON.stringify(request).toLowerCase();
  return words.every((word) => said.includes(word));
}
