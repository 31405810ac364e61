import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** Clock, faults, quotas, snapshots. */
export default function LeversPage(): ReactNode {
  return (
    <>
      <PageHeader title="Levers" summary="Clock, faults, quotas, snapshots." />
      <Empty description="This page is not made yet." />
    </>
  );
}
