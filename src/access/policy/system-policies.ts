/** A policy that every account has and none can change. */
export interface SystemPolicy {
  readonly policyName: string;
  readonly description: string;
  /** Its document as JSON text. */
  readonly policyDocument: string;
}

/** When the system's policies were made, in milliseconds; all have one version, `v1`. */
export const systemPoliciesCreatedAtMs = Date.UTC(2015, 3, 28, 15, 8, 37);

type Statement = Readonly<Record<string, string | readonly string[]>>;

const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});

function policy(policyName: string, description: string, ...statements: readonly Statement[]): SystemPolicy {
  return { policyName, description, policyDocument: JSON.stringify({ Version: '1', Statement: statements }, null, 2) };
}

const vpcLists = ['vpc:DescribeVpcs', 'vpc:DescribeVSwitches'];
const reading = (service: string) => ['Describe', 'List', 'Get', 'Query', 'Check'].map((verb) => `${service}:${verb}*`);

/** The policies of the system that concern what is served here. */
export const systemPolicies: readonly SystemPolicy[] = [
  policy('AdministratorAccess', 'Everything in the account.', allow('*')),
  policy(
    'PowerUserAccess',
    'Everything except identities, permissions and the organization.',
    {
      Effect: 'Allow',
      NotAction: ['ram:*', 'ims:*', 'resourcemanager:*'],
      Resource: '*',
    },
    allow([...reading('ram'), ...reading('resourcemanager')]),
  ),
  policy('ReadOnlyAccess', 'Reading of all resources in the account.', allow(reading('*'))),
  policy('AliyunECSFullAccess', 'Everything in Elastic Compute Service.', allow('ecs:*'), allow(vpcLists)),
  policy('AliyunECSReadOnlyAccess', 'Reading in Elastic Compute Service.', allow([...reading('ecs'), ...vpcLists])),
  policy(
    'AliyunECSNetworkInterfaceManagementAccess',
    'Management of the elastic network interfaces of Elastic Compute Service.',
    allow([
      'ecs:*NetworkInterface*',
      'ecs:*PrivateIpAddresses',
      'ecs:*Ipv6Addresses',
      'ecs:DescribeInstances',
      'ecs:DescribeSecurityGroups',
      ...vpcLists,
    ]),
  ),
  policy(
    'AliyunVPCFullAccess',
    'Everything in Virtual Private Cloud.',
    allow(['vpc:*', 'ecs:DescribeInstances', 'ecs:DescribeSecurityGroups', 'ecs:DescribeNetworkInterfaces']),
  ),
  policy('AliyunVPCReadOnlyAccess', 'Reading in Virtual Private Cloud.', allow(reading('vpc'))),
  policy(
    'AliyunEIPFullAccess',
    'Everything that concerns elastic IP addresses.',
    allow(['vpc:*Eip*', 'ecs:DescribeInstances', 'ecs:DescribeNetworkInterfaces']),
  ),
  policy('AliyunEIPReadOnlyAccess', 'Reading of elastic IP addresses.', allow('vpc:DescribeEip*')),
  policy('AliyunRAMFullAccess', 'Management of users, groups, roles and policies.', allow(['ram:*', 'ims:*'])),
  policy(
    'AliyunRAMReadOnlyAccess',
    'Reading of users, groups, roles and policies.',
    allow([...reading('ram'), ...reading('ims')]),
  ),
  policy('AliyunSTSAssumeRoleAccess', 'The call AssumeRole of Security Token Service.', allow('sts:AssumeRole')),
  policy(
    'AliyunResourceManagerFullAccess',
    'Management of resource groups and of the organization.',
    allow('resourcemanager:*'),
  ),
  policy(
    'AliyunResourceManagerReadOnlyAccess',
    'Reading of resource groups and of the organization.',
    allow(reading('resourcemanager')),
  ),
  policy('AliyunTagFullAccess', 'Management of tags.', allow('tag:*')),
  policy('AliyunTagReadOnlyAccess', 'Reading of tags.', allow(reading('tag'))),
  policy('AliyunBSSFullAccess', 'Everything in billing and costs.', allow(['bss:*', 'bssapi:*'])),
  policy('AliyunBSSReadOnlyAccess', 'Reading of bills and costs.', allow([...reading('bss'), ...reading('bssapi')])),
  policy('AliyunQuotasFullAccess', 'Management of quotas.', allow('quotas:*')),
  policy('AliyunQuotasReadOnlyAccess', 'Reading of quotas.', allow(reading('quotas'))),
  policy('AliyunActionTrailReadOnlyAccess', 'Reading of trails and events.', allow(reading('actiontrail'))),
  policy('AliyunActionTrailFullAccess', 'Management of trails.', allow('actiontrail:*')),
];

const byName = new Map(systemPolicies.map((one) => [one.policyName, one]));

/** The system's policy of a name. */
export function findSystemPolicy(policyName: string): SystemPolicy | undefined {
  return byName.get(policyName);
}
