import type { Rule } from '../diagnosis.ts';
import { call, note, type Refused, repeat } from '../refused.ts';
import type { Step } from '../step.ts';

/** A policy that allows what was denied, or the end of the one that denies it. */
export function allow(refused: Refused, rule: Extract<Rule, { kind: 'policy' }>): readonly Step[] {
  const { request } = refused;
  if (rule.policyKind === 'SessionPolicy') {
    return [
      note(
        `The session was begun with a policy that does not allow ${rule.action}: call AssumeRole again with one that does.`,
      ),
    ];
  }
  if (rule.reason === 'ExplicitDeny') return takeAway(refused, rule);
  const PolicyName = `allow-${rule.action.replace(':', '-')}-${request.requestId.slice(0, 8)}`;
  const statement = { Effect: 'Allow', Action: rule.action, Resource: rule.resource };
  const PolicyDocument = JSON.stringify({ Version: '1', Statement: [statement] });
  const attach =
    request.roleName === ''
      ? asRoot(
          'AttachPolicyToUser',
          { PolicyType: 'Custom', PolicyName, UserName: request.userName },
          `attach it to the user ${request.userName}`,
        )
      : asRoot(
          'AttachPolicyToRole',
          { PolicyType: 'Custom', PolicyName, RoleName: request.roleName },
          `attach it to the role ${request.roleName}`,
        );
  return [
    asRoot(
      'CreatePolicy',
      { PolicyName, PolicyDocument },
      `make a policy that allows ${rule.action} on ${rule.resource}`,
    ),
    attach,
    repeat(refused),
  ];
}

function takeAway(refused: Refused, { statement }: Extract<Rule, { kind: 'policy' }>): readonly Step[] {
  const { userName, roleName } = refused.request;
  if (statement?.policyType === undefined) return [];
  const policy = { PolicyType: statement.policyType, PolicyName: statement.policyName };
  const why = `take ${statement.policyName} away, whose statement ${statement.index} denies the call`;
  switch (statement.attachedTo) {
    case 'RamUser':
      return [asRoot('DetachPolicyFromUser', { ...policy, UserName: userName }, why), repeat(refused)];
    case 'RamRole':
      return [asRoot('DetachPolicyFromRole', { ...policy, RoleName: roleName }, why), repeat(refused)];
    default:
      return [
        note(
          `${statement.policyName} is attached to a group that ${userName} is in: take it from the group, or the user out of the group.`,
        ),
      ];
  }
}

/** An access key that was put out of use. */
export function enableKey(refused: Refused): readonly Step[] {
  const { keyOwner, request } = refused;
  if (keyOwner === undefined || request.accessKeyId === undefined) return [];
  const { userName } = keyOwner;
  const key = { UserAccessKeyId: request.accessKeyId, Status: 'Active' };
  const parameters = userName === '' ? key : { ...key, UserName: userName };
  return [asRoot('UpdateAccessKey', parameters, 'put the key into use again'), repeat(refused)];
}

/** A signature that is not the server's. */
export function signRight(refused: Refused): readonly Step[] {
  const isBuiltIn = refused.request.refused?.signature?.signedWithBuiltInSecret === true;
  return [
    note(
      isBuiltIn
        ? 'The request was signed with the secret "localyun", which is that of localyun and localyun-NAME only: sign with the secret of this key.'
        : 'Compare the string to sign with that of the client. If they are alike, the secret is another: of localyun and localyun-NAME it is "localyun".',
    ),
    repeat(refused),
  ];
}

function asRoot(action: string, parameters: Readonly<Record<string, string>>, why: string): Step {
  return { ...call('Ram', action, parameters, why), as: 'root' };
}
