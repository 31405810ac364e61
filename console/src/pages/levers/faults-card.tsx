import { Button, Flex, Input, Select, Table } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { numberOrText } from '../../api/number-or-text.ts';
import { LeverCard } from './lever-card.tsx';
import { useLever, useLeverState } from './use-lever.ts';

type Fault = Readonly<Record<string, string | number>> & { readonly id: string; readonly effect: string };

interface FaultField {
  readonly name: string;
  readonly label: string;
  readonly isNumber?: boolean;
}

const effects = [
  { value: 'error', label: 'error: answer a code' },
  { value: 'delay', label: 'delay: answer late' },
  { value: 'reset-before', label: 'reset-before: cut the connection, not carried out' },
  { value: 'reset-after', label: 'reset-after: carried out, the answer lost' },
  { value: 'truncate', label: 'truncate: half an answer' },
  { value: 'hang', label: 'hang: no answer' },
  { value: 'stick', label: 'stick: a delayed change does not end' },
  { value: 'fail', label: 'fail: a delayed change fails' },
];

const fields: readonly FaultField[] = [
  { name: 'code', label: 'Code, of error' },
  { name: 'action', label: 'Operation' },
  { name: 'transition', label: 'Delayed change' },
  { name: 'resource', label: 'Resource id' },
  { name: 'account', label: 'Account' },
  { name: 'times', label: 'How many times', isNumber: true },
  { name: 'rate', label: 'Rate, 0 to 1', isNumber: true },
  { name: 'minMs', label: 'Delay at least, ms', isNumber: true },
  { name: 'maxMs', label: 'At most, ms', isNumber: true },
  { name: 'retryAfterMs', label: 'Retry after, ms', isNumber: true },
];

/** What goes wrong on purpose: for the next calls, or at a rate. */
export function FaultsCard(): ReactNode {
  const control = useControl();
  const [effect, setEffect] = useState('error');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({ code: 'Throttling' });
  const load = useCallback(
    (signal: AbortSignal) => control.get<{ readonly faults: readonly Fault[] }>('/faults', {}, signal),
    [control],
  );
  const { value, error } = useLeverState(load);
  const { pull, pulling, error: refusal } = useLever();
  const faults = value?.faults ?? [];
  const add = (): void => pull(() => control.post('/faults', { effect, ...given(values) }), 'The fault is set');
  return (
    <LeverCard
      title="Faults"
      summary="Lets requests or delayed changes go wrong, so that a client's handling of it is seen."
      errors={[refusal, error]}
    >
      <form
        aria-label="A new fault"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Flex wrap gap="small" align="end">
          <label className="fault-effect" htmlFor="fault-effect">
            Effect
            <Select id="fault-effect" aria-label="Effect" value={effect} options={effects} onChange={setEffect} />
          </label>
          {fields.map(({ name, label }) => (
            <label key={name} className="filter" htmlFor={`fault-${name}`}>
              {label}
              <Input
                id={`fault-${name}`}
                value={values[name] ?? ''}
                onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))}
              />
            </label>
          ))}
          <Button htmlType="submit" type="primary" loading={pulling}>
            Add
          </Button>
          <Button
            disabled={faults.length === 0}
            onClick={() => pull(() => control.delete('/faults'), 'No faults any more')}
          >
            Clear all
          </Button>
        </Flex>
      </form>
      <Table<Fault>
        size="small"
        className="wide-table"
        pagination={false}
        dataSource={[...faults]}
        rowKey={({ id }) => id}
        locale={{ emptyText: 'Nothing goes wrong on purpose.' }}
        columns={[
          { title: 'Effect', dataIndex: 'effect' },
          { title: 'Code', dataIndex: 'code' },
          { title: 'Meets', render: (_, fault) => meets(fault) },
          { title: 'Met', dataIndex: 'met' },
          { title: 'Left', dataIndex: 'remaining' },
          {
            title: 'Remove',
            render: (_, { id }) => (
              <Button
                size="small"
                onClick={() => pull(() => control.delete(`/faults/${encodeURIComponent(id)}`), 'Removed')}
              >
                Remove
              </Button>
            ),
          },
        ]}
      />
    </LeverCard>
  );
}

/** What is filled in. */
function given(values: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    fields.flatMap(({ name, isNumber = false }): [string, string | number][] => {
      const text = (values[name] ?? '').trim();
      if (text === '') return [];
      return [[name, isNumber ? numberOrText(text) : text]];
    }),
  );
}

function meets(fault: Fault): string {
  const parts = ['product', 'action', 'transition', 'resource', 'account', 'region', 'identity'].flatMap((name) => {
    const value = fault[name];
    return value === undefined ? [] : [`${name} ${value}`];
  });
  return parts.length === 0 ? 'every request' : parts.join(', ');
}
