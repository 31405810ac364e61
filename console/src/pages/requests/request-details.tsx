import { Card, Descriptions, Flex, Typography } from 'antd';
import { type ReactNode, useCallback } from 'react';
import type { WholeRequest } from '../../../../src/requests/listed-request.ts';
import { useControl } from '../../api/control-context.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { timeText } from '../../resources/value.tsx';
import { hrefOf } from '../../router/route.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { Answer, Repeat } from './request-log.tsx';

/** Everything about one request; of a refused one first of all why, and what would make it succeed. */
export function RequestDetails({ requestId }: { readonly requestId: string }): ReactNode {
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) => control.get<WholeRequest>(`/requests/${encodeURIComponent(requestId)}`, {}, signal),
    [control, requestId],
  );
  const { value: request, error, reload } = useLoaded(load);
  return (
    <>
      <PageHeader
        title={request?.action ?? 'Request'}
        summary={<Typography.Link href={hrefOf('requests')}>All requests</Typography.Link>}
        actions={request === undefined ? null : <Repeat request={request} />}
      />
      <Flex vertical gap="middle">
        {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
        {request === undefined || request.code === undefined ? null : <DiagnosisView request={request} />}
        {request === undefined ? null : <Facts request={request} />}
      </Flex>
    </>
  );
}

function Facts({ request }: { readonly request: WholeRequest }): ReactNode {
  const { requestId, at, durationMs, account, caller, accessKeyId, region, method, scheme, client } = request;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'Request id',
      <Typography.Text key="id" copyable>
        {requestId}
      </Typography.Text>,
    ],
    ['Answer', <Answer key="answer" request={request} />],
    ['When', `${timeText(at)}, took ${durationMs.toFixed(1)} ms`],
    ['Account', account],
    ['Caller', caller],
    ['Access key', accessKeyId],
    ['Region', region],
    ['Sent', [method, scheme, request.format].filter((part) => part !== undefined).join(', ')],
    ['Client', [client.userAgent, client.address].filter((part) => part !== undefined).join(', ')],
    ...Object.entries(request.parameters).map(([name, value]) => [name, value] as const),
  ];
  return (
    <>
      <Card title="The request" size="small">
        <Descriptions
          size="small"
          column={1}
          bordered
          items={facts
            .filter(([, value]) => value !== undefined && value !== '')
            .map(([label, children]) => ({ key: label, label, children }))}
        />
      </Card>
      <Card title="The answer" size="small">
        <CodeBlock text={pretty(request.responseBody)} language="json" label="Answer" wrap />
      </Card>
    </>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
