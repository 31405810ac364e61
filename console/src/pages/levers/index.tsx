import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { AccountsCard } from './accounts-card.tsx';
import { ClockCard } from './clock-card.tsx';
import { FaultsCard } from './faults-card.tsx';
import { QuotasCard } from './quotas-card.tsx';
import { SnapshotsCard } from './snapshots-card.tsx';
import { StateCard } from './state-card.tsx';

/** What a tester does to the server, beside the API. */
export default function LeversPage(): ReactNode {
  return (
    <>
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
    </>
  );
}
