import { Button, Flex, Input, Popconfirm, Table, Upload } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { timeText } from '../../resources/value.tsx';
import { LeverCard } from './lever-card.tsx';
import { useLever, useLeverState } from './use-lever.ts';

interface Snapshot {
  readonly name: string;
  readonly savedAt: string;
  readonly engine: string;
  readonly schemaVersion: number;
  readonly sizeBytes: number;
}

/** The whole state under a name, to come back to. */
export function SnapshotsCard(): ReactNode {
  const control = useControl();
  const [name, setName] = useState('');
  const load = useCallback(
    (signal: AbortSignal) => control.get<{ readonly snapshots: readonly Snapshot[] }>('/snapshots', {}, signal),
    [control],
  );
  const { value, error } = useLeverState(load);
  const { pull, pulling, error: refusal } = useLever();
  const pathOf = (snapshot: string): string => `/snapshots/${encodeURIComponent(snapshot)}`;

  async function download(snapshot: string): Promise<void> {
    const response = await control.open(`${pathOf(snapshot)}/file`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `${snapshot}.snapshot`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <LeverCard
      title="Snapshots"
      summary="Saves the whole state under a name, and brings it back."
      errors={[refusal, error]}
    >
      <Flex wrap gap="small" align="end">
        <label className="filter" htmlFor="snapshot-name">
          Name
          <Input id="snapshot-name" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <Button
          type="primary"
          loading={pulling}
          disabled={name.trim() === ''}
          onClick={() => pull(() => control.put(pathOf(name)), `Saved as ${name}`)}
        >
          Save
        </Button>
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            const wanted = name === '' ? file.name.replace(/\.snapshot$/, '') : name;
            const options = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: file };
            pull(() => control.open(`${pathOf(wanted)}/file`, options), `Kept as ${wanted}`);
            return false;
          }}
        >
          <Button>Upload a file</Button>
        </Upload>
      </Flex>
      <Table<Snapshot>
        size="small"
        className="wide-table"
        pagination={false}
        dataSource={[...(value?.snapshots ?? [])]}
        rowKey={(snapshot) => snapshot.name}
        locale={{ emptyText: 'No snapshots.' }}
        columns={[
          { title: 'Name', dataIndex: 'name' },
          { title: 'Saved', render: (_, { savedAt }) => timeText(savedAt) },
          { title: 'Engine', dataIndex: 'engine' },
          { title: 'kB', render: (_, { sizeBytes }) => (sizeBytes / 1000).toFixed(1) },
          {
            title: 'What to do',
            render: (_, one) => (
              <Flex gap={4}>
                <Popconfirm
                  title="Replace the whole state?"
                  onConfirm={() => pull(() => control.post(`${pathOf(one.name)}/load`), `${one.name} is the state now`)}
                >
                  <Button size="small">Load</Button>
                </Popconfirm>
                <Button size="small" onClick={() => pull(() => download(one.name), 'Downloaded')}>
                  Download
                </Button>
                <Button size="small" danger onClick={() => pull(() => control.delete(pathOf(one.name)), 'Deleted')}>
                  Delete
                </Button>
              </Flex>
            ),
          },
        ]}
      />
    </LeverCard>
  );
}
