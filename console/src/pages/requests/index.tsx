import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** What was asked of the server, and why it refused. */
export default function RequestsPage(): ReactNode {
  return (
    <>
      <PageHeader title="Requests" summary="What was asked of the server, and why it refused." />
      <Empty description="This page is not made yet." />
    </>
  );
}
