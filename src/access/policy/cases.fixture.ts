/** One question to policies, and what has to come out. */
export interface PolicyCase {
  readonly name: string;
  /** Statements of the policies that are attached, one policy each. */
  readonly policies: readonly object[];
  /** The statement of the session's policy, where there is one. */
  readonly session?: object;
  readonly action: string;
  readonly resource: string;
  /** What the request has for condition keys. */
  readonly values: Readonly<Record<string, string>>;
  readonly expected: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny';
}

const account = '1000000000000001';
const eni = (id: string, region = 'cn-hangzhou') => `acs:ecs:${region}:${account}:eni/${id}`;
const eni1 = eni('eni-1');
const deleteEni = 'ecs:DeleteNetworkInterface';

const allow = (Action: unknown, Resource: unknown = '*', Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: unknown, Resource: unknown = '*', Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});

type Row = readonly [
  name: string,
  policies: readonly object[],
  expected: PolicyCase['expected'],
  more?: Partial<Pick<PolicyCase, 'action' | 'resource' | 'values' | 'session'>>,
];

const decisions: readonly Row[] = [
  ['nothing attached', [], 'ImplicitDeny'],
  ['everything allowed', [allow('*')], 'Allow'],
  ['another action allowed', [allow('ecs:DescribeNetworkInterfaces')], 'ImplicitDeny'],
  ['deny beside allow', [allow('*'), deny(deleteEni)], 'ExplicitDeny'],
  ['deny before allow', [deny(deleteEni), allow('*')], 'ExplicitDeny'],
  ['deny of another action', [allow('*'), deny('ecs:DeleteInstance')], 'Allow'],
  ['deny of another resource', [allow('*'), deny(deleteEni, eni('eni-2'))], 'Allow'],
  ['deny alone', [deny('*')], 'ExplicitDeny'],
  [
    'deny whose condition does not hold',
    [allow('*'), deny('*', '*', { Bool: { 'acs:SecureTransport': 'true' } })],
    'Allow',
  ],
  [
    'allow whose condition does not hold',
    [allow('*', '*', { Bool: { 'acs:SecureTransport': 'true' } })],
    'ImplicitDeny',
  ],
];

const actions: readonly Row[] = [
  ['an action by its name', [allow(deleteEni)], 'Allow'],
  ['an action in small letters', [allow('ecs:deletenetworkinterface')], 'Allow'],
  ['an action in capitals', [allow('ECS:DELETENETWORKINTERFACE')], 'Allow'],
  ['all of a service', [allow('ecs:*')], 'Allow'],
  ['all of another service', [allow('vpc:*')], 'ImplicitDeny'],
  ['a service is not a beginning', [allow('ec:*')], 'ImplicitDeny'],
  ['a beginning', [allow('ecs:Delete*')], 'Allow'],
  ['an end', [allow('ecs:*Interface')], 'Allow'],
  ['a middle', [allow('ecs:*Network*')], 'Allow'],
  ['stars around everything', [allow('*:*')], 'Allow'],
  ['any service', [allow('*:DeleteNetworkInterface')], 'Allow'],
  ['two stars', [allow('ecs:D*e*Interface')], 'Allow'],
  ['a star for nothing', [allow('ecs:DeleteNetworkInterface*')], 'Allow'],
  ['question marks', [allow('ecs:?????eNetworkInterface')], 'Allow'],
  ['a question mark for nothing', [allow('ecs:DeleteNetworkInterface?')], 'ImplicitDeny'],
  ['a question mark too few', [allow('ecs:????eNetworkInterface')], 'ImplicitDeny'],
  ['a list', [allow(['ecs:DeleteInstance', deleteEni])], 'Allow'],
  ['a list without it', [allow(['ecs:DeleteInstance', 'ecs:DeleteDisk'])], 'ImplicitDeny'],
  ['all but another', [{ Effect: 'Allow', NotAction: 'ecs:DeleteInstance', Resource: '*' }], 'Allow'],
  ['all but it', [{ Effect: 'Allow', NotAction: ['ram:*', 'ecs:Delete*'], Resource: '*' }], 'ImplicitDeny'],
  ['denied all but it', [allow('*'), { Effect: 'Deny', NotAction: deleteEni, Resource: '*' }], 'Allow'],
  [
    'denied all but another',
    [allow('*'), { Effect: 'Deny', NotAction: 'ecs:DeleteDisk', Resource: '*' }],
    'ExplicitDeny',
  ],
  ['a dot is a dot', [allow('ecs:DeleteNetwork.nterface')], 'ImplicitDeny'],
];

const arns: readonly Row[] = [
  ['the resource by its ARN', [allow(deleteEni, eni1)], 'Allow'],
  ['another resource', [allow(deleteEni, eni('eni-2'))], 'ImplicitDeny'],
  ['a longer id', [allow(deleteEni, eni('eni-11'))], 'ImplicitDeny'],
  ['a shorter id', [allow(deleteEni, eni('eni-'))], 'ImplicitDeny'],
  ['ids tell capitals apart', [allow(deleteEni, eni('ENI-1'))], 'ImplicitDeny'],
  ['all of a kind', [allow(deleteEni, eni('*'))], 'Allow'],
  ['all of another kind', [allow(deleteEni, `acs:ecs:*:${account}:instance/*`)], 'ImplicitDeny'],
  ['every region', [allow(deleteEni, eni('eni-1', '*'))], 'Allow'],
  ['an empty region', [allow(deleteEni, eni('eni-1', ''))], 'Allow'],
  ['another region', [allow(deleteEni, eni('eni-1', 'cn-beijing'))], 'ImplicitDeny'],
  ['regions that begin alike', [allow(deleteEni, eni('eni-1', 'cn-*'))], 'Allow'],
  ['every account', [allow(deleteEni, 'acs:ecs:cn-hangzhou:*:eni/eni-1')], 'Allow'],
  ['an empty account', [allow(deleteEni, 'acs:ecs:cn-hangzhou::eni/eni-1')], 'Allow'],
  ['another account', [allow(deleteEni, 'acs:ecs:cn-hangzhou:2000000000000002:eni/eni-1')], 'ImplicitDeny'],
  ['every service', [allow(deleteEni, 'acs:*:*:*:*')], 'Allow'],
  ['another service', [allow(deleteEni, 'acs:vpc:*:*:*')], 'ImplicitDeny'],
  ['everything of the service', [allow(deleteEni, 'acs:ecs:*:*:*')], 'Allow'],
  ['a beginning of ids', [allow(deleteEni, eni('eni-*'))], 'Allow'],
  ['one character of an id', [allow(deleteEni, eni('eni-?'))], 'Allow'],
  ['two characters of an id', [allow(deleteEni, eni('eni-??'))], 'ImplicitDeny'],
  ['a list of resources', [allow(deleteEni, [eni('eni-2'), eni1])], 'Allow'],
  ['a star does not leave its part', [allow(deleteEni, 'acs:ecs:*:eni/eni-1:x')], 'ImplicitDeny'],
  ['all but another resource', [{ Effect: 'Allow', Action: '*', NotResource: eni('eni-2') }], 'Allow'],
  ['all but the resource', [{ Effect: 'Allow', Action: '*', NotResource: eni('*') }], 'ImplicitDeny'],
  ['denied all but the resource', [allow('*'), { Effect: 'Deny', Action: '*', NotResource: eni1 }], 'Allow'],
  [
    'denied all but another resource',
    [allow('*'), { Effect: 'Deny', Action: '*', NotResource: eni('eni-2') }],
    'ExplicitDeny',
  ],
  ['an ARN does not allow what has no resource', [allow('*', 'acs:ecs:*:*:*')], 'ImplicitDeny', { resource: '*' }],
  ['a star allows what has no resource', [allow('*')], 'Allow', { resource: '*' }],
  ['all of a kind for a list', [allow('*', eni('*'))], 'Allow', { resource: eni('*') }],
  ['one of a kind is not the list', [allow('*', eni1)], 'ImplicitDeny', { resource: eni('*') }],
  [
    'RAM with a star for the region',
    [allow('*', `acs:ram:*:${account}:user/alice`)],
    'Allow',
    { resource: `acs:ram:*:${account}:user/alice` },
  ],
  [
    'RAM with an empty region',
    [allow('*', `acs:ram::${account}:role/*`)],
    'Allow',
    { resource: `acs:ram:*:${account}:role/admin` },
  ],
  [
    'a role that is named without region',
    [allow('sts:AssumeRole', `acs:ram:*:${account}:role/admin`)],
    'Allow',
    { action: 'sts:AssumeRole', resource: `acs:ram::${account}:role/admin` },
  ],
  [
    'colons in a name',
    [allow('*', 'acs:log:*:*:project/a:b')],
    'Allow',
    { resource: 'acs:log:cn-hangzhou:1:project/a:b' },
  ],
];

/** Operator, value in the policy, value in the request, whether the statement applies. */
const comparisons: readonly (readonly [string, string | readonly string[], string | undefined, boolean])[] = [
  ['StringEquals', 'dev', 'dev', true],
  ['StringEquals', 'dev', 'Dev', false],
  ['StringEquals', ['ops', 'dev'], 'dev', true],
  ['StringEquals', 'd*', 'dev', false],
  ['StringEquals', 'dev', undefined, false],
  ['StringNotEquals', 'dev', 'ops', true],
  ['StringNotEquals', 'dev', 'dev', false],
  ['StringNotEquals', ['dev', 'ops'], 'ops', false],
  ['StringNotEquals', 'dev', undefined, true],
  ['StringEqualsIgnoreCase', 'DEV', 'dev', true],
  ['StringEqualsIgnoreCase', 'DEV', 'ops', false],
  ['StringNotEqualsIgnoreCase', 'DEV', 'dev', false],
  ['StringNotEqualsIgnoreCase', 'DEV', 'ops', true],
  ['StringLike', 'd*', 'dev', true],
  ['StringLike', 'd?v', 'dev', true],
  ['StringLike', 'D*', 'dev', false],
  ['StringLike', '*', '', true],
  ['StringNotLike', 'd*', 'dev', false],
  ['StringNotLike', 'd*', 'ops', true],
  ['NumericEquals', '10', '10.0', true],
  ['NumericEquals', '10', '11', false],
  ['NumericEquals', '10', 'ten', false],
  ['NumericNotEquals', '10', '11', true],
  ['NumericNotEquals', '10', '10', false],
  ['NumericLessThan', '10', '9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericLessThanEquals', '10', '11', false],
  ['NumericGreaterThan', '9', '10', true],
  ['NumericGreaterThan', '10', '10', false],
  ['NumericGreaterThanEquals', '10', '10', true],
  ['NumericGreaterThanEquals', '10', '-10', false],
  ['DateEquals', '2026-01-02T03:04:05Z', '2026-01-02T11:04:05+08:00', true],
  ['DateEquals', '2026-01-02T03:04:05Z', '2026-01-02T03:04:06Z', false],
  ['DateNotEquals', '2026-01-02T03:04:05Z', '2026-01-02T03:04:06Z', true],
  ['DateNotEquals', '2026-01-02', '2026-01-02T00:00:00Z', false],
  ['DateLessThan', '2026-01-02T17:00:00+08:00', '2026-01-02T08:59:59Z', true],
  ['DateLessThan', '2026-01-02T17:00:00+08:00', '2026-01-02T09:00:00Z', false],
  ['DateLessThanEquals', '2026-01-02T09:00:00Z', '2026-01-02T09:00:00Z', true],
  ['DateLessThanEquals', '2026-01-02T09:00:00Z', '2026-01-02T09:00:01Z', false],
  ['DateGreaterThan', '2026-01-02T09:00:00Z', '2026-01-02T09:00:01Z', true],
  ['DateGreaterThan', '2026-01-02T09:00:00Z', '2026-01-02T09:00:00Z', false],
  ['DateGreaterThanEquals', '2026-01-02', '2026-01-02T00:00:00Z', true],
  ['DateGreaterThanEquals', '2026-01-02', '2026-01-01T23:59:59Z', false],
  ['Bool', 'true', 'true', true],
  ['Bool', 'True', 'true', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'false', undefined, false],
  ['IpAddress', '10.0.0.1', '10.0.0.1', true],
  ['IpAddress', '10.0.0.1', '10.0.0.2', false],
  ['IpAddress', '10.0.0.0/8', '10.255.255.255', true],
  ['IpAddress', '10.0.0.0/8', '11.0.0.0', false],
  ['IpAddress', ['192.0.2.0/24', '203.0.113.2'], '203.0.113.2', true],
  ['IpAddress', '0.0.0.0/0', '203.0.113.2', true],
  ['IpAddress', '0.0.0.0/0', '::1', false],
  ['IpAddress', '2001:db8::/32', '2001:db8:1::7', true],
  ['IpAddress', '2001:db8::/32', '2001:db9::7', false],
  ['IpAddress', '2001:db8::1', '2001:0db8:0:0:0:0:0:1', true],
  ['IpAddress', '10.0.0.0/8', '::ffff:10.1.2.3', true],
  ['IpAddress', '10.0.0.0/8', '', false],
  ['NotIpAddress', '10.0.0.0/8', '10.1.2.3', false],
  ['NotIpAddress', '10.0.0.0/8', '11.1.2.3', true],
  ['NotIpAddress', ['10.0.0.0/8', '11.0.0.0/8'], '11.1.2.3', false],
  ['NotIpAddress', '2001:db8::/32', '2001:db9::7', true],
];

const conditions: readonly Row[] = comparisons.map(([operator, wanted, actual, applies]) => [
  `${operator} ${wanted} of ${actual}`,
  [allow('*', '*', { [operator]: { 'acs:Key': wanted } })],
  applies ? 'Allow' : 'ImplicitDeny',
  { values: actual === undefined ? {} : { 'acs:Key': actual } },
]);

const values = { 'acs:SourceIp': '10.0.0.1', 'acs:ResourceTag/Team': 'dev' };

const keys: readonly Row[] = [
  ['a key in small letters', [allow('*', '*', { StringEquals: { 'acs:sourceip': '10.0.0.1' } })], 'Allow', { values }],
  ['the key of a tag', [allow('*', '*', { StringEquals: { 'acs:ResourceTag/Team': 'dev' } })], 'Allow', { values }],
  [
    'tags tell capitals apart',
    [allow('*', '*', { StringEquals: { 'acs:ResourceTag/team': 'dev' } })],
    'ImplicitDeny',
    { values },
  ],
  [
    'two keys of one operator',
    [allow('*', '*', { StringEquals: { 'acs:SourceIp': '10.0.0.1', 'acs:ResourceTag/Team': 'dev' } })],
    'Allow',
    { values },
  ],
  [
    'one of two keys is not enough',
    [allow('*', '*', { StringEquals: { 'acs:SourceIp': '10.0.0.1', 'acs:ResourceTag/Team': 'ops' } })],
    'ImplicitDeny',
    { values },
  ],
  [
    'two operators',
    [allow('*', '*', { IpAddress: { 'acs:SourceIp': '10.0.0.0/8' }, StringLike: { 'acs:ResourceTag/Team': 'd*' } })],
    'Allow',
    { values },
  ],
  [
    'one of two operators is not enough',
    [allow('*', '*', { IpAddress: { 'acs:SourceIp': '11.0.0.0/8' }, StringLike: { 'acs:ResourceTag/Team': 'd*' } })],
    'ImplicitDeny',
    { values },
  ],
  ['an empty condition', [allow('*', '*', {})], 'Allow'],
  [
    'denied from elsewhere',
    [allow('*'), deny('*', '*', { NotIpAddress: { 'acs:SourceIp': '10.0.0.0/8' } })],
    'Allow',
    { values },
  ],
  [
    'denied from here',
    [allow('*'), deny('*', '*', { NotIpAddress: { 'acs:SourceIp': '11.0.0.0/8' } })],
    'ExplicitDeny',
    { values },
  ],
];

const sessions: readonly Row[] = [
  ['role and session allow', [allow('ecs:*')], 'Allow', { session: allow(deleteEni) }],
  ['the session does not add', [allow('vpc:*')], 'ImplicitDeny', { session: allow('*') }],
  ['the session takes away', [allow('*')], 'ImplicitDeny', { session: allow('vpc:*') }],
  ['the session denies', [allow('*')], 'ExplicitDeny', { session: deny(deleteEni) }],
  ['the role denies', [allow('*'), deny('ecs:*')], 'ExplicitDeny', { session: allow('*') }],
  ['neither role nor session', [], 'ImplicitDeny', { session: allow('vpc:*') }],
];

/** Policies, a question and the decision. Where nothing else is said, eni-1 of cn-hangzhou is to be deleted. */
export const policyCases: readonly PolicyCase[] = [
  ...decisions,
  ...actions,
  ...arns,
  ...conditions,
  ...keys,
  ...sessions,
].map(([name, policies, expected, more]) => ({
  name,
  policies,
  expected,
  action: deleteEni,
  resource: eni1,
  values: {},
  ...more,
}));
