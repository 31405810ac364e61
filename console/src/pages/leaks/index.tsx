import { Button, Card, Checkbox, Empty, Flex, Input, Spin } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import type { ControlClient } from '../../api/control.ts';
import { useControl } from '../../api/control-context.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useInterval } from '../../hooks/use-interval.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useSettings } from '../../settings/settings-context.tsx';
import type { Leak, Leaks } from './leak.ts';
import { LeakTable } from './leak-table.tsx';

const refreshMs = 5_000;

interface Wanted {
  readonly thisAccount: boolean;
  readonly olderThanS: string;
  readonly tagKey: string;
  readonly tagValue: string;
}

const fields = [
  { name: 'olderThanS', label: 'Older than, seconds' },
  { name: 'tagKey', label: 'Tag key' },
  { name: 'tagValue', label: 'Tag value' },
] as const satisfies readonly { readonly name: keyof Wanted; readonly label: string }[];

/** What tests left behind: interfaces that nobody deleted and nothing uses, and the rest. */
export default function LeaksPage(): ReactNode {
  const control = useControl();
  const { account } = useSettings().settings;
  const [typed, setTyped] = useState<Wanted>({ thisAccount: false, olderThanS: '', tagKey: '', tagValue: '' });
  const [wanted, setWanted] = useState(typed);
  // Of all accounts it is the same list, whichever the header shows.
  const only = wanted.thisAccount ? account : '';
  const load = useCallback((signal: AbortSignal) => loadLeaks(control, only, wanted, signal), [control, only, wanted]);
  const { value, error, waiting, reload, refresh } = useLoaded(load, only);
  useInterval(refresh, refreshMs);
  const others = value?.others ?? [];
  const types = [...new Set(others.map(({ type }) => type))];
  const isClean = value !== undefined && value.networkInterfaces.length + value.others.length === 0;
  return (
    <>
      <PageHeader title="Leaks" summary="What tests left behind, in all accounts and regions." />
      <Flex vertical gap="middle">
        <form
          aria-label="Which leaks"
          onSubmit={(event) => {
            event.preventDefault();
            setWanted(typed);
          }}
        >
          <Flex wrap gap="small" align="end">
            {fields.map(({ name, label }) => (
              <label key={name} className="filter" htmlFor={`leaks-${name}`}>
                {label}
                <Input
                  id={`leaks-${name}`}
                  value={typed[name]}
                  onChange={(event) => setTyped((before) => ({ ...before, [name]: event.target.value }))}
                />
              </label>
            ))}
            <Checkbox
              checked={typed.thisAccount}
              onChange={(event) => setTyped((before) => ({ ...before, thisAccount: event.target.checked }))}
            >
              Only of {account}
            </Checkbox>
            <Button htmlType="submit">Filter</Button>
          </Flex>
        </form>
        {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
        <Spin spinning={waiting}>
          <Flex vertical gap="middle">
            {isClean ? <Empty description="Nothing is left behind." /> : null}
            {value === undefined || value.networkInterfaces.length === 0 ? null : (
              <LeakCard title="Network interfaces that are attached to nothing" leaks={value.networkInterfaces} />
            )}
            {types.map((type) => (
              <LeakCard key={type} title={type} leaks={others.filter((one) => one.type === type)} />
            ))}
          </Flex>
        </Spin>
      </Flex>
    </>
  );
}

function LeakCard({ title, leaks }: { readonly title: string; readonly leaks: readonly Leak[] }): ReactNode {
  return (
    <Card title={<h2 className="lever-title">{`${title} (${leaks.length})`}</h2>} size="small">
      <LeakTable leaks={leaks} />
    </Card>
  );
}

/** @param account an access key id of the account that is meant; empty for all */
async function loadLeaks(
  control: ControlClient,
  account: string,
  { olderThanS, tagKey, tagValue }: Wanted,
  signal: AbortSignal,
): Promise<Leaks> {
  const query = { olderThanMs: olderThanS === '' ? undefined : Number(olderThanS) * 1_000, tagKey, tagValue };
  return control.get('/leaks', { ...query, account }, signal);
}
