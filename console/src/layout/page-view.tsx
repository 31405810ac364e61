import { Button, Result, Skeleton } from 'antd';
import { type ReactNode, Suspense } from 'react';
import type { Page } from '../pages.tsx';
import { hrefOf, type Route } from '../router/route.ts';
import { PageBoundary } from './page-boundary.tsx';

/** The page that an address names, once its code is there; or that there is none. */
export function PageView({ page, route }: { readonly page: Page | undefined; readonly route: Route }): ReactNode {
  if (page === undefined) {
    return (
      <Result
        status="warning"
        title={<h1 className="result-title">There is no such page</h1>}
        subTitle={`The address names "${route.page}", which the console has not.`}
        extra={<Button href={hrefOf('')}>To the start</Button>}
      />
    );
  }
  return (
    <PageBoundary key={page.name}>
      <Suspense fallback={<Skeleton active aria-label="The page is loading" />}>
        <page.View route={route} />
      </Suspense>
    </PageBoundary>
  );
}
