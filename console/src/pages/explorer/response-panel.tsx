import { Alert, Descriptions, Empty, Flex, Segmented, Tag, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CloudAnswer } from '../../api/cloud.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { ErrorPanel, RefusalLinks } from '../../components/error-panel.tsx';
import { JsonViewer } from '../../components/json-viewer.tsx';
import { hrefOf } from '../../router/route.ts';
import { indentedXml } from './indented-xml.ts';
import { SessionOffer } from './session-offer.tsx';
import type { Sending } from './use-sending.ts';

/** What came back: status and time, the refusal with the way to its diagnosis, body and headers. */
export function ResponsePanel({ sending }: { readonly sending: Sending }): ReactNode {
  const { answer, error } = sending;
  return (
    <div aria-live="polite" aria-busy={sending.isSending}>
      {error !== undefined ? (
        <ErrorPanel error={error} />
      ) : answer === undefined ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="Fill in the parameters and send the call." />
      ) : (
        <Answer answer={answer} />
      )}
    </div>
  );
}

function Answer({ answer }: { readonly answer: CloudAnswer }): ReactNode {
  const { status, requestId, durationMs, error } = answer;
  return (
    <Flex vertical gap="middle">
      <Flex wrap gap="small" align="center">
        <Tag color={status < 400 ? 'green' : 'red'}>{status}</Tag>
        <span>{Math.round(durationMs)} ms</span>
        {requestId === '' ? null : (
          <Typography.Link href={hrefOf('requests', [requestId])}>Record of the request</Typography.Link>
        )}
      </Flex>
      {error === undefined ? (
        <Typography.Text>
          Request id <Typography.Text copyable>{requestId}</Typography.Text>
        </Typography.Text>
      ) : (
        <Alert
          type="error"
          showIcon
          title={error.code}
          description={
            <>
              <Typography.Paragraph>{error.message}</Typography.Paragraph>
              <RefusalLinks code={error.code} requestId={error.requestId} />
            </>
          }
        />
      )}
      <SessionOffer answer={answer} />
      <Body answer={answer} />
      <section aria-label="Response headers">
        <h3 className="panel-subtitle">Headers</h3>
        <Descriptions
          size="small"
          column={1}
          bordered
          items={answer.headers.map(([name, value]) => ({ key: name, label: name, children: value }))}
        />
      </section>
    </Flex>
  );
}

function Body({ answer }: { readonly answer: CloudAnswer }): ReactNode {
  const [way, setWay] = useState('Pretty');
  const { text } = answer;
  const json = jsonOf(text);
  return (
    <section aria-label="Response body">
      <div className="panel-bar">
        <h3 className="panel-subtitle">Body</h3>
        <Flex gap="small">
          <Segmented
            size="small"
            aria-label="How the body is shown"
            name="body-view"
            options={['Pretty', 'Raw']}
            value={way}
            onChange={setWay}
          />
          <CopyButton text={text} label="Copy body" />
        </Flex>
      </div>
      {way === 'Raw' ? (
        <CodeBlock text={text} label="Body as it came" wrap />
      ) : json === undefined ? (
        <CodeBlock text={indentedXml(text)} language="xml" label="Body as XML" wrap />
      ) : (
        <JsonViewer value={json} label="Body as JSON" />
      )}
    </section>
  );
}

function jsonOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
