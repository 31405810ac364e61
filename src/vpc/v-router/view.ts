import type { VpcDescribeVRoutersResponse } from '../../contracts/operations.generated.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { inList } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { routeTableIdsOf } from '../route-table/route-table.table.ts';
import type { Vpc } from '../vpc/vpc.table.ts';

/** A router as DescribeVRouters lists it. */
export type DescribedVRouter = NonNullable<NonNullable<VpcDescribeVRoutersResponse['VRouters']>['VRouter']>[number];

/** Describes the routers of VPCs, which are made and deleted with them. */
export async function describedVRouters(tx: Transaction, vpcs: readonly Vpc[]): Promise<readonly DescribedVRouter[]> {
  if (vpcs.length === 0) return [];
  const { placeholders, values } = inList(vpcs.map((vpc) => vpc.vpcId));
  const routeTables = groupBy(await routeTableIdsOf(tx, placeholders, values), (row) => row.vpcId);
  return vpcs.map((vpc) => ({
    CreationTime: utcSeconds(vpc.createdAtMs),
    Description: vpc.vRouterDescription,
    RegionId: vpc.regionId,
    RouteTableIds: { RouteTableId: (routeTables.get(vpc.vpcId) ?? []).map((row) => row.routeTableId) },
    VRouterId: vpc.vRouterId,
    VRouterName: vpc.vRouterName,
    VpcId: vpc.vpcId,
  }));
}
