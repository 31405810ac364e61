import { Flex } from 'antd';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { AccountsCard } from './accounts-card.tsx';
import { ClockCard } from './clock-card.tsx';
import { FaultsCard } from './faults-card.tsx';
import { QuotasCard } from './quotas-card.tsx';
import { SnapshotsCard } from './snapshots-card.tsx';
import { StateCard } from './state-card.tsx';
import { PullsContext } from './use-lever.ts';

/** What a tester does to the server, beside the API. */
export default function LeversPage(): ReactNode {
  const [count, setCount] = useState(0);
  const tell = useCallback(() => setCount((before) => before + 1), []);
  const pulls = useMemo(() => ({ count, tell }), [count, tell]);
  return (
    <PullsContext value={pulls}>
      <PageHeader
        title="Levers"
        summary="Time, faults, snapshots, accounts, quotas: what the command line and the library do too."
      />
      <Flex vertical gap="middle">
        <ClockCard />
        <FaultsCard />
        <SnapshotsCard />
        <AccountsCard />
        <QuotasCard />
        <StateCard />
      </Flex>
    </PullsContext>
  );
}
