import { tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

export interface SecurityGroup {
  readonly securityGroupId: string;
  readonly accountId: string;
  readonly regionId: string;
  /** Null for groups of the classic network. */
  readonly vpcId: string | null;
  readonly securityGroupName: string;
  readonly description: string;
  /** `normal` is a basic group, `enterprise` an advanced one. */
  readonly securityGroupType: 'normal' | 'enterprise';
  readonly innerAccessPolicy: 'Accept' | 'Drop';
  readonly resourceGroupId: string;
  /** Private IPv4 addresses of its members: what its capacity is counted by (ENI-51). */
  readonly privateAddressCount: number;
  readonly createdAtMs: number;
}

export const securityGroupTable = tableOf<SecurityGroup>('security_group', [
  'securityGroupId',
  'accountId',
  'regionId',
  'vpcId',
  'securityGroupName',
  'description',
  'securityGroupType',
  'innerAccessPolicy',
  'resourceGroupId',
  'privateAddressCount',
  'createdAtMs',
]);

const selectOne = securityGroupTable.select('WHERE security_group_id = ?');

/** The account's security group of this id in this region; in any region when the region is undefined. */
export async function findSecurityGroup(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  securityGroupId: string,
): Promise<SecurityGroup | undefined> {
  const group = await tx.one(selectOne, securityGroupId);
  const visible = group?.accountId === accountId && (regionId === undefined || group.regionId === regionId);
  return visible ? group : undefined;
}
