import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CloudAnswer } from '../../api/cloud.ts';
import type { Identity } from '../../settings/settings.ts';
import { useSettings } from '../../settings/settings-context.tsx';

/** Where an answer brings credentials, a button that sends the next calls with them. */
export function SessionOffer({ answer }: { readonly answer: CloudAnswer }): ReactNode {
  const { change } = useSettings();
  const identity = identityIn(answer.text);
  if (identity === undefined) return null;
  return (
    <div>
      <Button onClick={() => change({ identity })}>Send the next calls as {identity.label}</Button>
    </div>
  );
}

interface Credentialed {
  readonly Credentials?: { readonly [name: string]: unknown };
  readonly AccessKey?: { readonly [name: string]: unknown };
  readonly AssumedRoleUser?: { readonly Arn?: unknown };
}

/** The identity of an answer in JSON: of AssumeRole and its like, or of CreateAccessKey. */
function identityIn(text: string): Identity | undefined {
  try {
    const { Credentials, AccessKey, AssumedRoleUser }: Credentialed = JSON.parse(text);
    const { AccessKeyId, AccessKeySecret, SecurityToken } = Credentials ?? AccessKey ?? {};
    if (typeof AccessKeyId !== 'string' || typeof AccessKeySecret !== 'string') return undefined;
    return {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      ...(typeof SecurityToken === 'string' ? { securityToken: SecurityToken } : {}),
      label: AssumedRoleUser === undefined ? `key ${AccessKeyId}` : `role ${roleOf(String(AssumedRoleUser.Arn))}`,
    };
  } catch {
    return undefined;
  }
}

/** `acs:ram::1:assumed-role/deployer/ci` is of `deployer/ci`. */
function roleOf(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1);
}
