import { Button, Flex, Input, Table } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { numberOrText } from '../../api/number-or-text.ts';
import { useSettings } from '../../settings/settings-context.tsx';
import { LeverCard } from './lever-card.tsx';
import { useLever, useLeverState } from './use-lever.ts';

interface Quota {
  readonly name: string;
  readonly region?: string;
  readonly value: number;
  readonly default: number;
  readonly used?: number;
}

/** How much the account of the header may have. */
export function QuotasCard(): ReactNode {
  const control = useControl();
  const { account } = useSettings().settings;
  const [wanted, setWanted] = useState<Readonly<Record<string, string>>>({});
  const load = useCallback(
    (signal: AbortSignal) => control.get<{ readonly quotas: readonly Quota[] }>('/quotas', { account }, signal),
    [control, account],
  );
  const { value, error } = useLeverState(load);
  const { pull, error: refusal } = useLever();
  const set = ({ name, region }: Quota, to: number | string | null): void =>
    pull(
      () => control.put('/quotas', { account, name, value: to, ...(region === undefined ? {} : { region }) }),
      to === null ? 'The default holds' : 'The quota is set',
    );
  return (
    <LeverCard
      title="Quotas"
      summary={`What ${account} may have. A quota of 0 refuses the first.`}
      errors={[refusal, error]}
    >
      <Table<Quota>
        size="small"
        className="wide-table"
        dataSource={[...(value?.quotas ?? [])]}
        rowKey={keyOf}
        pagination={{ defaultPageSize: 10, showTotal: (total) => `${total} quotas` }}
        columns={[
          { title: 'Name', dataIndex: 'name' },
          { title: 'Region', render: (_, { region = 'all' }) => region },
          { title: 'Used', dataIndex: 'used' },
          { title: 'Value', dataIndex: 'value' },
          { title: 'Default', dataIndex: 'default' },
          {
            title: 'Set',
            render: (_, quota) => (
              <Flex gap={4}>
                <Input
                  className="quota-value"
                  size="small"
                  aria-label={`New value of ${quota.name}`}
                  value={wanted[keyOf(quota)] ?? ''}
                  onChange={(event) => setWanted((before) => ({ ...before, [keyOf(quota)]: event.target.value }))}
                />
                <Button
                  size="small"
                  disabled={(wanted[keyOf(quota)] ?? '').trim() === ''}
                  onClick={() => set(quota, numberOrText(wanted[keyOf(quota)] ?? ''))}
                >
                  Set
                </Button>
                {quota.value === quota.default ? null : (
                  <Button size="small" onClick={() => set(quota, null)}>
                    Default
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
    </LeverCard>
  );
}

function keyOf({ name, region = '' }: Quota): string {
  return `${region}/${name}`;
}
