import { Button, Flex, Input, Popconfirm, Table } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { rootOf } from '../../settings/settings.ts';
import { useSettings } from '../../settings/settings-context.tsx';
import { LeverCard } from './lever-card.tsx';
import { useLever, useLeverState } from './use-lever.ts';

interface Account {
  readonly id: string;
  readonly accessKeyId: string;
  readonly users: number;
  readonly resources: Readonly<Record<string, number>>;
}

/** Accounts, each isolated from the others; made, looked at, emptied. */
export function AccountsCard(): ReactNode {
  const control = useControl();
  const { change } = useSettings();
  const [name, setName] = useState('');
  const load = useCallback(
    (signal: AbortSignal) => control.get<{ readonly accounts: readonly Account[] }>('/accounts', {}, signal),
    [control],
  );
  const { value, error } = useLeverState(load);
  const { pull, error: refusal } = useLever();
  const add = (): void => pull(() => control.post('/accounts', name === '' ? {} : { name }), 'The account is made');
  return (
    <LeverCard
      title="Accounts"
      summary="Accounts see nothing of each other; tests take one each."
      errors={[refusal, error]}
    >
      <Flex wrap gap="small" align="end">
        <label className="filter" htmlFor="account-name">
          Name
          <Input id="account-name" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <Button type="primary" onClick={add}>
          Make an account
        </Button>
      </Flex>
      <Table<Account>
        size="small"
        className="wide-table"
        dataSource={[...(value?.accounts ?? [])]}
        rowKey={({ id }) => id}
        pagination={{ defaultPageSize: 10, showTotal: (total) => `${total} accounts` }}
        columns={[
          { title: 'Access key', dataIndex: 'accessKeyId' },
          { title: 'Account', dataIndex: 'id' },
          { title: 'RAM users', dataIndex: 'users' },
          { title: 'Resources', render: (_, { resources }) => countsOf(resources) },
          {
            title: 'What to do',
            render: (_, { accessKeyId, id }) => (
              <Flex gap={4}>
                <Button size="small" onClick={() => change({ account: accessKeyId, identity: rootOf(accessKeyId) })}>
                  Look at it
                </Button>
                <Popconfirm
                  title={`Empty ${accessKeyId}?`}
                  onConfirm={() =>
                    pull(() => control.post(`/reset?account=${encodeURIComponent(id)}`), `${accessKeyId} is empty`)
                  }
                >
                  <Button size="small" danger>
                    Empty it
                  </Button>
                </Popconfirm>
              </Flex>
            ),
          },
        ]}
      />
    </LeverCard>
  );
}

function countsOf(resources: Readonly<Record<string, number>>): string {
  return Object.entries(resources)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
