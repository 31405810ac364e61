import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** What was made and not deleted. */
export default function LeaksPage(): ReactNode {
  return (
    <>
      <PageHeader title="Leaks" summary="What was made and not deleted." />
      <Empty description="This page is not made yet." />
    </>
  );
}
