import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** How the resources hang together. */
export default function TopologyPage(): ReactNode {
  return (
    <>
      <PageHeader title="Topology" summary="How the resources hang together." />
      <Empty description="This page is not made yet." />
    </>
  );
}
