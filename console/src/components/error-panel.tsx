import { Alert, Button, Typography } from 'antd';
import type { ReactNode } from 'react';
import { ApiError } from '../api/cloud.ts';
import { ControlError } from '../api/control.ts';
import { hrefOf } from '../router/route.ts';

interface ErrorPanelProps {
  readonly error: Error;
  /** Tries again; without it there is no button for that. */
  readonly retry?: () => void;
}

/**
 * What went wrong, in words: a refused call with code, message, request id and the way to its diagnosis; a call of the
 * control API with its reason.
 */
export function ErrorPanel({ error, retry }: ErrorPanelProps): ReactNode {
  const again = retry === undefined ? undefined : <Button onClick={retry}>Try again</Button>;
  if (!(error instanceof ApiError)) {
    return <Alert type="error" showIcon title={titleOf(error)} description={error.message} action={again} />;
  }
  return (
    <Alert
      type="error"
      showIcon
      title={`${error.code} (${error.status})`}
      action={again}
      description={
        <>
          <Typography.Paragraph>{error.message}</Typography.Paragraph>
          <RefusalLinks code={error.code} requestId={error.requestId} />
        </>
      }
    />
  );
}

/** The ways from a refused request to what explains it. */
export function RefusalLinks({ code, requestId }: { readonly code: string; readonly requestId: string }): ReactNode {
  return (
    <ul className="plain-list">
      {requestId === '' ? null : (
        <>
          <li>
            <Typography.Link href={hrefOf('requests', [requestId])}>Diagnosis of this request</Typography.Link>
          </li>
          <li>
            Request id <Typography.Text copyable>{requestId}</Typography.Text>
          </li>
        </>
      )}
      <li>
        <Typography.Link href={hrefOf('errors', [code])}>All about {code}</Typography.Link>
      </li>
    </ul>
  );
}

function titleOf(error: Error): string {
  if (!(error instanceof ControlError)) return 'Something went wrong in this page';
  if (error.status === 0) return 'The server does not answer';
  return `The control API refused (${error.status})`;
}
