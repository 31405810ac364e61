import { type Step, stepsOf } from '../step.ts';

const ram = stepsOf('Ram');
const sts = stepsOf('Sts');
const role = { RoleName: '$roleName' };
const policy = { PolicyName: '$policyName' };
const tagged = { ResourceType: 'role', ResourceNames: '["$roleName"]' };
const attached = { ...policy, PolicyType: 'Custom' };
/** Trusts the account itself, and whom an identity provider of it vouches for. */
const trust = (accountId: string | undefined) =>
  JSON.stringify({
    Version: '1',
    Statement: [
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: {
          RAM: [`acs:ram::${accountId}:root`],
          Federated: [`acs:ram::${accountId}:oidc-provider/issuer`],
          Service: ['ecs.aliyuncs.com'],
        },
      },
    ],
  });
const document = (action: string) =>
  JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
const session = { RoleArn: '$roleArn', RoleSessionName: 'walk' };
const token = [
  { alg: 'none' },
  { iss: 'https://issuer.example.com', sub: 'pod', aud: 'sts', exp: 1_900_000_000, iat: 1_700_000_000 },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('signature')
  .join('.');

/** Policies, roles, attachments and sessions. Policies and roles are kept under their names. */
export const policies: readonly Step[] = [
  ram(
    'CreatePolicy',
    { PolicyName: 'reader', PolicyDocument: document('ecs:Describe*') },
    { policyName: 'Policy.PolicyName' },
  ),
  ram('GetPolicy', attached),
  ram('ListPolicies'),
  ram('UpdatePolicyDescription', { ...policy, NewDescription: 'may read' }),
  ram(
    'CreatePolicyVersion',
    { ...policy, PolicyDocument: document('vpc:Describe*') },
    { versionId: 'PolicyVersion.VersionId' },
  ),
  ram('ListPolicyVersions', attached),
  ram('GetPolicyVersion', { ...attached, VersionId: '$versionId' }),
  ram('SetDefaultPolicyVersion', { ...policy, VersionId: '$versionId' }),
  {
    ...ram('CreateRole', { RoleName: 'worker' }, { roleName: 'Role.RoleName', roleArn: 'Role.Arn' }),
    late: (kept) => ({ AssumeRolePolicyDocument: trust(kept.get('accountId')) }),
  },
  ram('GetRole', role),
  ram('ListRoles'),
  ram('UpdateRole', { ...role, NewDescription: 'works' }),
  ram('TagResources', { ...tagged, Tag: '[{"Key":"team","Value":"web"}]' }),
  ram('ListTagResources', tagged),
  ram('UntagResources', { ...tagged, TagKeys: '["team"]' }),
  ram('AttachPolicyToUser', { ...attached, UserName: '$userName' }),
  ram('AttachPolicyToGroup', { ...attached, GroupName: '$groupName' }),
  ram('AttachPolicyToRole', { ...attached, ...role }),
  ram('ListEntitiesForPolicy', attached),
  ram('ListPoliciesForUser', { UserName: '$userName' }),
  ram('ListPoliciesForGroup', { GroupName: '$groupName' }),
  ram('ListPoliciesForRole', role),
  sts('AssumeRole', session),
  sts('AssumeRoleWithOIDC', {
    ...session,
    OIDCProviderArn: 'acs:ram::$accountId:oidc-provider/issuer',
    OIDCToken: token,
  }),
];

export const policiesEnd: readonly Step[] = [
  ram('DetachPolicyFromUser', { ...attached, UserName: '$userName' }),
  ram('DetachPolicyFromGroup', { ...attached, GroupName: '$groupName' }),
  ram('DetachPolicyFromRole', { ...attached, ...role }),
  ram('DeleteRole', role),
  ram('DeletePolicyVersion', { ...policy, VersionId: 'v1' }),
  ram('DeletePolicy', policy),
];
