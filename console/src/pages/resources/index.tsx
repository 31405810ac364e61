import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** What each account owns. */
export default function ResourcesPage(): ReactNode {
  return (
    <>
      <PageHeader title="Resources" summary="What each account owns." />
      <Empty description="This page is not made yet." />
    </>
  );
}
