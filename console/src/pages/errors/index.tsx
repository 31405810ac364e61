import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** Every code the server can answer with. */
export default function ErrorCenterPage(): ReactNode {
  return (
    <>
      <PageHeader title="Error Center" summary="Every code the server can answer with." />
      <Empty description="This page is not made yet." />
    </>
  );
}
