import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Parameters } from '../support/signed-client.ts';
import type { Body, TestAccount } from '../support/test-account.ts';

const RegionId = 'cn-hangzhou';
const withTokens = startTestLocalyun({ nextTokenOnLastPage: true });
const without = startTestLocalyun();

/** Where each list has its rows. */
const rowsOf: Readonly<Record<string, (answer: Body) => readonly unknown[]>> = {
  DescribeInstances: (answer) => answer.Instances.Instance,
  DescribeInstanceTypes: (answer) => answer.InstanceTypes.InstanceType,
  DescribeNetworkInterfaces: (answer) => answer.NetworkInterfaceSets.NetworkInterfaceSet,
  DescribeSecurityGroups: (answer) => answer.SecurityGroups.SecurityGroup,
  DescribeSecurityGroupAttribute: (answer) => answer.Permissions.Permission,
  DescribeDisks: (answer) => answer.Disks.Disk,
};

/** Walks a list as a client does that throws a page away which comes without a token. */
async function walk(account: TestAccount, action: string, parameters: Parameters): Promise<readonly number[]> {
  const sizes: number[] = [];
  let NextToken: string | undefined;
  for (;;) {
    const answer: Body = await account.ok('Ecs', action, { RegionId, ...parameters, NextToken });
    if (answer.NextToken === '') return sizes;
    sizes.push(rowsOf[action]!(answer).length);
    NextToken = answer.NextToken;
  }
}

async function setUp(localyun: typeof without) {
  const account = localyun.account();
  const network = await account.network();
  const Tag = [{ Key: 'karpenter.sh/nodepool', Value: 'default' }];
  for (let count = 0; count < 12; count += 1) {
    await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      Tag,
    });
  }
  const SecurityGroupId = network.securityGroupId;
  const Permissions = [{ IpProtocol: 'tcp', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' }];
  await account.ok('Ecs', 'AuthorizeSecurityGroup', { RegionId, SecurityGroupId, Permissions });
  const lists: readonly (readonly [action: string, parameters: Parameters, sizes: readonly number[]])[] = [
    ['DescribeInstances', { Tag: [{ Key: 'karpenter.sh/nodepool' }] }, [10, 2]],
    ['DescribeInstances', { MaxResults: 100 }, [12]],
    ['DescribeNetworkInterfaces', { MaxResults: 100 }, [12]],
    ['DescribeSecurityGroups', { MaxResults: 100 }, [1]],
    ['DescribeSecurityGroupAttribute', { SecurityGroupId, Direction: 'ingress', MaxResults: 100 }, [1]],
    ['DescribeDisks', { MaxResults: 100 }, [12]],
    ['DescribeInstanceTypes', { InstanceTypeFamily: 'ecs.i2', MaxResults: 100 }, [5]],
  ];
  return { account, lists };
}

describe('the last page of a list', () => {
  it('has a token to an empty page where the server was told so', async () => {
    const { account, lists } = await setUp(withTokens);
    for (const [action, parameters, sizes] of lists) {
      expect([action, await walk(account, action, parameters)]).toEqual([action, sizes]);
    }
    const empty = await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceName: 'nobody', MaxResults: 10 });
    expect(empty).toMatchObject({ NextToken: '', TotalCount: 0 });
    const total = await account.ok('Ecs', 'DescribeInstances', { RegionId, PageSize: 100 });
    expect(total.TotalCount).toBe(12);
  });

  it('has none otherwise', async () => {
    const { account, lists } = await setUp(without);
    for (const [action, parameters, sizes] of lists) {
      expect([action, await walk(account, action, parameters)]).toEqual([action, sizes.slice(0, -1)]);
    }
  });
});
