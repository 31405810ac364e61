import { Alert, App, Button, Flex, Modal, Table } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/cloud.ts';
import { useCloud } from '../../api/use-cloud.ts';
import { RefusalLinks } from '../../components/error-panel.tsx';
import type { Action, ResourceType } from '../../resources/resource-type.ts';
import { type Row, textAt } from '../../resources/row.ts';

interface BulkDeletionProps {
  readonly type: ResourceType;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly onClose: () => void;
}

/**
 * Takes several resources away, one call after another, and shows what became of each. When it is closed on the way, no
 * further call is made.
 */
export function BulkDeletion({ type, action, rows, onClose }: BulkDeletionProps): ReactNode {
  const cloud = useCloud();
  const [results, setResults] = useState<ReadonlyMap<string, Error | 'done'>>(new Map());
  const [running, setRunning] = useState(false);
  const { message } = App.useApp();
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  const finished = results.size === rows.length;

  async function run(): Promise<void> {
    setRunning(true);
    let done = 0;
    for (const row of rows) {
      if (isClosed.current) break;
      const result = await cloud.call(type.product, action.operation, action.parameters?.(row)).then(
        (): 'done' => 'done',
        (thrown: Error) => thrown,
      );
      if (result === 'done') done += 1;
      setResults((before) => new Map(before).set(textAt(row, type.id), result));
    }
    setRunning(false);
    if (isClosed.current) message.info(`Stopped: ${done} of ${rows.length} done`);
  }

  return (
    <Modal
      open
      title={`${action.title} ${rows.length} ${type.title}`}
      onCancel={onClose}
      footer={
        <Flex gap="small" justify="end">
          <Button onClick={onClose}>{finished ? 'Close' : running ? 'Stop' : 'Cancel'}</Button>
          {finished ? null : (
            <Button type="primary" danger loading={running} onClick={() => void run()}>
              {action.title} {rows.length}
            </Button>
          )}
        </Flex>
      }
    >
      <Flex vertical gap="middle">
        <Alert type="warning" title={`Calls ${action.operation} for each of them.`} />
        <Table<Row>
          size="small"
          dataSource={[...rows]}
          rowKey={(row) => textAt(row, type.id)}
          pagination={false}
          className="wide-table"
          columns={[
            { title: 'Id', render: (_, row) => textAt(row, type.id) },
            { title: 'Result', render: (_, row) => <Result result={results.get(textAt(row, type.id))} /> },
          ]}
        />
      </Flex>
    </Modal>
  );
}

function Result({ result }: { readonly result: Error | 'done' | undefined }): ReactNode {
  if (result === undefined) return 'waits';
  if (result === 'done') return 'done';
  if (!(result instanceof ApiError)) return result.message;
  return <RefusalLinks code={result.code} requestId={result.requestId} />;
}
