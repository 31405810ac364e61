import { Alert, Card, Descriptions, Flex, Table, Tag, Typography } from 'antd';
import { type ReactNode, useCallback } from 'react';
import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import { useControl } from '../../api/control-context.tsx';
import type { WholeErrorEntry } from '../../api/errors.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useNarrow } from '../../hooks/use-narrow.ts';
import { timeText } from '../../resources/value.tsx';
import { hrefOf } from '../../router/route.ts';

/** Everything about one code: in each product what it answers, why and what to do; and who got it lately. */
export function ErrorDetails({ code }: { readonly code: string }): ReactNode {
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) =>
      control.get<{ readonly entries: readonly WholeErrorEntry[] }>(`/errors/${encodeURIComponent(code)}`, {}, signal),
    [control, code],
  );
  const { value, error, reload } = useLoaded(load);
  return (
    <>
      <PageHeader title={code} summary={<Typography.Link href={hrefOf('errors')}>All error codes</Typography.Link>} />
      <Flex vertical gap="middle">
        {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
        {(value?.entries ?? []).map((entry) => (
          <Entry key={entry.product} entry={entry} />
        ))}
        <LatelyRefused code={code} />
      </Flex>
    </>
  );
}

function Entry({ entry }: { readonly entry: WholeErrorEntry }): ReactNode {
  const { product, answered, answers, operations, cause, wayOut, unanswered } = entry;
  const narrow = useNarrow();
  return (
    <Card title={product === 'any' ? 'Any product' : product} size="small">
      <Flex vertical gap="middle">
        {answered ? null : (
          <Alert type="info" showIcon title="The real service publishes this code; nothing is refused with it here." />
        )}
        <Descriptions
          size="small"
          column={1}
          bordered
          className="details"
          layout={narrow ? 'vertical' : 'horizontal'}
          items={[
            { key: 'cause', label: 'Why', children: cause },
            { key: 'wayOut', label: 'Way out', children: wayOut },
            ...answers.map(({ status, message }, index) => ({
              key: `answer-${index}`,
              label: `Answer ${status}`,
              children: message,
            })),
            {
              key: 'operations',
              label: 'Operations',
              children:
                operations.length === 0 ? (
                  'any'
                ) : (
                  <Flex wrap gap="small">
                    {operations.map((action) => (
                      <Typography.Link key={action} href={hrefOf('explorer', [product, action])}>
                        {action}
                      </Typography.Link>
                    ))}
                  </Flex>
                ),
            },
            ...unanswered.map(({ operation, reason }) => ({
              key: operation,
              label: `Not by ${operation}`,
              children: reason,
            })),
          ]}
        />
      </Flex>
    </Card>
  );
}

function LatelyRefused({ code }: { readonly code: string }): ReactNode {
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) =>
      control.get<{ readonly requests: readonly ListedRequest[] }>('/requests', { code, limit: 20 }, signal),
    [control, code],
  );
  const requests = useLoaded(load).value?.requests ?? [];
  if (requests.length === 0) return null;
  return (
    <Card title="Lately refused with it" size="small">
      <Table<ListedRequest>
        size="small"
        className="wide-table"
        pagination={false}
        dataSource={[...requests]}
        rowKey={({ requestId }) => requestId}
        columns={[
          {
            title: 'Request',
            render: (_, { requestId }) => (
              <Typography.Link href={hrefOf('requests', [requestId])}>{requestId}</Typography.Link>
            ),
          },
          { title: 'Operation', render: (_, { action = '' }) => action },
          { title: 'When', render: (_, { at }) => timeText(at) },
          { title: 'Account', render: (_, { account = '' }) => <Tag>{account}</Tag> },
        ]}
      />
    </Card>
  );
}
