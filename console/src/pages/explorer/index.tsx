import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';

/** Any operation of the API, with a form for its parameters. */
export default function ExplorerPage(): ReactNode {
  return (
    <>
      <PageHeader title="OpenAPI Explorer" summary="Any operation of the API, with a form for its parameters." />
      <Empty description="This page is not made yet." />
    </>
  );
}
