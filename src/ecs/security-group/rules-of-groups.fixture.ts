import type { TestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, Refused, TestAccount } from '../../../test/support/test-account.ts';

export const RegionId = 'cn-hangzhou';

/** A security group whose rules a test works on. */
export interface TestGroup {
  readonly account: TestAccount;
  readonly id: string;
  readonly vpcId: string;
  /** Calls an operation on the group; the answer of a call that must succeed. */
  ok(action: string, parameters?: Body): Promise<Body>;
  /** What a call on the group that must be refused was refused with. */
  refused(action: string, parameters?: Body): Promise<Refused>;
  /** Its rules as they are described. */
  rules(filters?: Body): Promise<Body[]>;
}

/** A rule that anybody may reach port 80. */
export const webRule = { IpProtocol: 'tcp', PortRange: '80/80', SourceCidrIp: '0.0.0.0/0' } as const;
/** The same for packets that leave. */
export const webRuleOut = { IpProtocol: 'tcp', PortRange: '80/80', DestCidrIp: '0.0.0.0/0' } as const;

/** A VPC's id, of a VPC that can be used. */
export async function makeVpc(localyun: TestLocalyun, account: TestAccount): Promise<string> {
  const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' });
  await localyun.advance(1_000);
  return VpcId;
}

/** A group of a VPC of its own, or with the given parameters of CreateSecurityGroup. */
export async function makeGroup(
  localyun: TestLocalyun,
  account: TestAccount = localyun.account(),
  parameters: Body = {},
): Promise<TestGroup> {
  const vpcId: string = 'VpcId' in parameters ? (parameters.VpcId ?? '') : await makeVpc(localyun, account);
  const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: vpcId, ...parameters });
  const own = { RegionId, SecurityGroupId };
  return {
    account,
    id: SecurityGroupId,
    vpcId,
    ok: (action, more = {}) => account.ok('Ecs', action, { ...own, ...more }),
    refused: (action, more = {}) => account.refused('Ecs', action, { ...own, ...more }),
    async rules(filters = {}) {
      const answer = await account.ok('Ecs', 'DescribeSecurityGroupAttribute', { ...own, ...filters });
      return answer.Permissions.Permission;
    },
  };
}

/** A group of the classic network. */
export function makeClassicGroup(localyun: TestLocalyun, account?: TestAccount): Promise<TestGroup> {
  return makeGroup(localyun, account, { VpcId: undefined });
}
