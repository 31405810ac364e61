import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SeedText } from '../../src/seeds/seed-text.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';

const localyun = startTestLocalyun();
const page = readFileSync('docs/seeds.md', 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const region = { RegionId: 'cn-hangzhou' };

const post = async (yaml: string) => {
  const { status, text } = await send(localyun.port, 'POST', '/_localyun/seed', yaml, {
    'content-type': 'application/yaml',
  });
  return { status, body: JSON.parse(text) };
};
/** The lines of what is wrong with a seed. */
const problemsOf = async (yaml: string): Promise<string[]> => {
  const { status, body } = await post(yaml);
  expect(status).toBe(400);
  return body.error
    .split('\n')
    .slice(1)
    .map((line: string) => line.trim());
};
const named = (list: Body[], name: string, member: string) => list.find((one) => one[member] === name);

describe('the example of docs/seeds.md', () => {
  const team = () => localyun.account('team');
  const interfaces = async () =>
    (await team().ok('Ecs', 'DescribeNetworkInterfaces', { ...region, MaxResults: 100 })).NetworkInterfaceSets
      .NetworkInterfaceSet as Body[];

  it('makes everything, and tells the ids', async () => {
    const { status, body } = await post(example);
    expect(status).toBe(200);
    expect(body.resources).toHaveLength(12);
    expect(body.resources.every(({ existed }: Body) => !existed)).toBe(true);
    expect(body.resources.find(({ name }: Body) => name === 'node-1')).toEqual({
      account: 'localyun-team',
      region: 'cn-hangzhou',
      kind: 'instances',
      name: 'node-1',
      id: 'i-node1',
      existed: false,
    });
  });

  it('has network interfaces with addresses, groups, tags, services, bonds and their places', async () => {
    const all = await interfaces();
    expect(all).toHaveLength(4);
    const pod = named(all, 'eni-pod1', 'NetworkInterfaceId')!;
    expect(pod).toMatchObject({
      Status: 'InUse',
      InstanceId: 'i-node1',
      PrivateIpAddress: '192.168.2.20',
      AssociatedPublicIp: { AllocationId: 'eip-entrance' },
      Tags: { Tag: [{ TagKey: 'creator', TagValue: 'terway' }] },
    });
    expect(pod.PrivateIpSets.PrivateIpSet).toHaveLength(5);
    expect(pod.SecurityGroupIds.SecurityGroupId).toContain('sg-operators');
    expect(named(all, 'eni-slb', 'NetworkInterfaceId')).toMatchObject({ ServiceID: 4711, ServiceManaged: true });
    expect(named(all, 'eni-node1', 'NetworkInterfaceId')).toMatchObject({
      Type: 'Primary',
      PrivateIpAddress: '192.168.2.10',
    });
    const refused = await team().refused('Ecs', 'DeleteNetworkInterface', { ...region, NetworkInterfaceId: 'eni-slb' });
    expect(refused.code).toBe('InvalidOperation.EniServiceManaged');
    const bond = { ...region, NetworkInterfaceId: named(all, 'bond', 'NetworkInterfaceName')!.NetworkInterfaceId };
    const bonded = await team().refused('Ecs', 'DeleteNetworkInterface', bond);
    expect(bonded.code).toBe('InvalidOperation.HasSlaveEniBonded');
  });

  it('has nothing that is still on its way', async () => {
    const { Instances } = await team().ok('Ecs', 'DescribeInstances', region);
    expect(Instances.Instance).toMatchObject([{ Status: 'Running', KeyPairName: 'operator' }]);
    const { Vpcs } = await team().ok('Vpc', 'DescribeVpcs', region);
    expect(Vpcs.Vpc.map(({ Status }: Body) => Status)).toEqual(['Available']);
    const { Permissions } = await team().ok('Ecs', 'DescribeSecurityGroupAttribute', {
      ...region,
      SecurityGroupId: named(
        (await team().ok('Ecs', 'DescribeSecurityGroups', region)).SecurityGroups.SecurityGroup,
        'web',
        'SecurityGroupName',
      )!.SecurityGroupId,
    });
    expect(Permissions.Permission.map(({ PortRange }: Body) => PortRange).sort()).toEqual(['22/22', '443/443']);
  });

  it('changes nothing when it is given again', async () => {
    const before = await interfaces();
    const { body } = await post(example);
    expect(body.resources.every(({ existed }: Body) => existed)).toBe(true);
    expect(await interfaces()).toEqual(before);
  });

  it('follows the schema that the page points to', () => {
    expect(page).toContain('(seed.schema.json)');
    const schema = JSON.parse(readFileSync('docs/seed.schema.json', 'utf8'));
    const resources = schema.properties.accounts.items.properties.resources.additionalProperties.properties;
    expect(Object.keys(resources)).toEqual([
      'vpcs',
      'vSwitches',
      'keyPairs',
      'securityGroups',
      'instances',
      'networkInterfaces',
      'eips',
    ]);
  });
});

describe('what is wrong with a seed', () => {
  it('is told all at once, with line, column, place and value', async () => {
    const problems = await problemsOf(`accounts:
  - accessKeyId: team
    quotas: { enis: 3, vpcs: many }
    activ: true
    resources:
      cn-hangzhou:
        vpcs:
          - name: main
            cidrBlock: 10
        vSwitches: []
      cn-nowhere: {}
      cn-beijing:
        vpcs: [{ name: main }, { name: main }]
        vSwitches:
          - { name: a, vpc: mian, zone: cn-beijing-f, cidrBlock: 192.168.0.0/24 }
`);
    expect(problems).toEqual([
      '2:18 accounts.0.accessKeyId: "team" - must be localyun or localyun-NAME',
      expect.stringMatching(/^3:15 accounts\.0\.quotas\.enis: is not known/),
      expect.stringMatching(/^3:30 accounts\.0\.quotas\.vpcs: "many" - .*number/),
      '4:5 accounts.0.activ: is not known here',
      expect.stringMatching(/^9:24 accounts\.0\.resources\.cn-hangzhou\.vpcs\.0\.cidrBlock: 10 - .*string/),
      '11:7 accounts.0.resources.cn-nowhere: is not a known region',
      '13:40 accounts.0.resources.cn-beijing.vpcs.1.name: "main" is there twice',
      '15:29 accounts.0.resources.cn-beijing.vSwitches.0.vpc: there is no "mian"; vpcs here are main',
    ]);
  });

  it('is told by the operations where the form is right, and nothing is kept', async () => {
    const problems = await problemsOf(`accounts:
  - accessKeyId: localyun-careless
    resources:
      cn-hangzhou:
        vpcs:
          - { name: main, cidrBlock: 192.168.0.0/16 }
          - name: odd
            cidrBlock: 1.2.3.0/33
        vSwitches:
          - { name: ok, vpc: main, zone: cn-hangzhou-h, cidrBlock: 192.168.0.0/24 }
          - { name: outside, vpc: main, zone: cn-hangzhou-h, cidrBlock: 10.0.0.0/24 }
          - { name: depends, vpc: odd, zone: cn-hangzhou-h, cidrBlock: 10.0.0.0/24 }
        securityGroups: [{ name: web, vpc: main, ingress: [{ protocol: tcp, ports: 99999/1, cidr: 0.0.0.0/0 }] }]
        networkInterfaces:
          - { name: taken, vSwitch: ok, securityGroups: [web], primaryIpAddress: 10.0.0.9 }
          - { name: elsewhere, vSwitch: vsw-none, securityGroups: [web] }
`);
    expect(problems).toEqual([
      expect.stringMatching(/^7:13 .*vpcs\.1: CreateVpc was refused: 400 \S+: .*1\.2\.3\.0\/33/),
      expect.stringMatching(/^11:13 .*vSwitches\.1: CreateVSwitch was refused: 4/),
      expect.stringMatching(
        /^13:60 .*securityGroups\.0\.ingress\.0: AuthorizeSecurityGroup was refused: 400 .*99999\/1/,
      ),
      expect.stringMatching(/^15:13 .*networkInterfaces\.0: CreateNetworkInterface was refused: .*10\.0\.0\.9/),
      expect.stringMatching(/^16:13 .*networkInterfaces\.1: .*404 InvalidVSwitchId\.NotFound: .*vsw-none/),
    ]);
    const { Vpcs } = await localyun.account('careless').ok('Vpc', 'DescribeVpcs', region);
    expect(Vpcs.Vpc).toEqual([]);
  });

  it('holds quotas of the seed against its resources', async () => {
    const vpcs = '[{ name: a }, { name: b }]';
    const yaml = `accounts: [{ accessKeyId: localyun-small, quotas: { vpcs: 1 }, resources: { cn-hangzhou: { vpcs: ${vpcs} } } }]`;
    expect(await problemsOf(yaml)).toEqual([
      expect.stringContaining('vpcs.1: CreateVpc was refused: 400 QuotaExceeded.Vpc'),
    ]);
  });

  it.each([
    ['an id of another form', 'vpcs: [{ name: a, id: vpc_1 }]', 'vpcs.0.id: "vpc_1" - must be vpc- and'],
    ['an id twice', 'vpcs: [{ name: a, id: vpc-1 }, { name: b, id: vpc-1 }]', 'vpcs.1.id: "vpc-1" is there twice'],
    [
      'a rule with two ends',
      'securityGroups: [{ name: a, vpc: vpc-1, ingress: [{ protocol: tcp, cidr: a, group: a }] }]',
      'either cidr or group',
    ],
    [
      'a trunk without an instance',
      'networkInterfaces: [{ name: a, vSwitch: vsw-1, securityGroups: [sg-1], trunk: b }]',
      'needs an instance beside it',
    ],
    [
      'an address of two',
      'eips: [{ name: a, instance: i-1, networkInterface: eni-1 }]',
      'cannot be given beside an instance',
    ],
    ['no group', 'instances: [{ name: a, vSwitch: vsw-1, securityGroups: [], type: x }]', 'instances.0.securityGroups'],
  ])('%s', async (_name, resources, problem) => {
    const yaml = `accounts: [{ accessKeyId: localyun-x, resources: { cn-hangzhou: { ${resources} } } }]`;
    expect((await problemsOf(yaml)).join()).toContain(problem);
  });

  it('an id that another account has', async () => {
    const of = (account: string, where = 'cn-hangzhou') =>
      `accounts: [{ accessKeyId: ${account}, resources: { ${where}: { vpcs: [{ name: a, id: vpc-mine }] } } }]`;
    expect((await post(of('localyun-first'))).status).toBe(200);
    expect(await problemsOf(of('localyun-second'))).toEqual([expect.stringContaining('that of another account')]);
    expect(await problemsOf(of('localyun-first', 'cn-beijing'))).toEqual([expect.stringContaining('in cn-hangzhou')]);
  });

  it('names the file, and shows no secret', async () => {
    const yaml =
      'accounts:\n  - accessKeyId: localyun\n    ramUsers: [{ userName: a, accessKeyId: b, accessKeySecret: "c d" }]\n';
    const error = await localyun.server.levers.seed(new SeedText(yaml, 'my.yaml')).catch(String);
    expect(error).toContain('my.yaml:3:');
    expect(error).toContain('accounts.0.ramUsers.0.accessKeySecret: must be 1 to 128');
    expect(error).not.toContain('c d');
  });

  it('that it is not YAML', async () => {
    expect(await problemsOf('accounts: [\n  a: b: c\n')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\d+:\d+ \(document\): is not YAML: /)]),
    );
    // A second document would be left out without a word.
    expect(await problemsOf('---\naccounts: []\n---\naccounts: []\n')).toEqual([
      expect.stringMatching(/^\d+:\d+ \(document\): is not YAML: .*multiple documents/),
    ]);
  });
});

describe('a member of a trunk', () => {
  it('is attached through it', async () => {
    const yaml = `accounts:
  - accessKeyId: localyun-trunk
    resources:
      cn-hangzhou:
        vpcs: [{ name: main, cidrBlock: 192.168.0.0/16 }]
        vSwitches: [{ name: one, vpc: main, zone: cn-hangzhou-h, cidrBlock: 192.168.0.0/24 }]
        securityGroups: [{ name: web, vpc: main }]
        instances: [{ name: node, vSwitch: one, securityGroups: [web], type: ecs.g7.xlarge }]
        networkInterfaces:
          - { name: member, vSwitch: one, securityGroups: [web], instance: node, trunk: trunk }
          - { name: trunk, id: eni-trunk, vSwitch: one, securityGroups: [web], type: Trunk, instance: node }
`;
    expect(await post(yaml)).toMatchObject({ status: 200 });
    const answer = await localyun
      .account('trunk')
      .ok('Ecs', 'DescribeNetworkInterfaces', { ...region, Type: 'Member' });
    expect(answer.NetworkInterfaceSets.NetworkInterfaceSet).toMatchObject([
      { NetworkInterfaceName: 'member', Status: 'InUse', Attachment: { TrunkNetworkInterfaceId: 'eni-trunk' } },
    ]);
  });
});
