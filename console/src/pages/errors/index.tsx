import type { ReactNode } from 'react';
import type { PageProps } from '../../pages.tsx';
import { ErrorDetails } from './error-details.tsx';
import { ErrorList } from './error-list.tsx';

/** What error codes mean: the list of all, or everything about the one that the address names. */
export default function ErrorsPage({ route }: PageProps): ReactNode {
  const [code] = route.places;
  return code === undefined ? <ErrorList query={route.query} /> : <ErrorDetails key={code} code={code} />;
}
