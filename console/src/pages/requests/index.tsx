import type { ReactNode } from 'react';
import type { PageProps } from '../../pages.tsx';
import { RequestDetails } from './request-details.tsx';
import { RequestLog } from './request-log.tsx';

/** What was asked of this server: the log, or everything about the one request that the address names. */
export default function RequestsPage({ route }: PageProps): ReactNode {
  const [requestId] = route.places;
  return requestId === undefined ? (
    <RequestLog query={route.query} />
  ) : (
    <RequestDetails key={requestId} requestId={requestId} />
  );
}
