import { Button, Result, Skeleton } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import type { Page, PageProps } from '../pages.tsx';
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
      <PageCode page={page} route={route} />
    </PageBoundary>
  );
}

function PageCode({ page, route }: PageProps & { readonly page: Page }): ReactNode {
  // Kept while the page is looked at: one that could not be loaded must not be loaded anew by each rendering.
  const [View] = useState(page.view);
  return (
    <Suspense fallback={<Skeleton active aria-label="The page is loading" />}>
      <View route={route} />
    </Suspense>
  );
}
