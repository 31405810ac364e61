import type { TagParameter } from '../../ecs/tag/tag-parameters.ts';
import { putTags } from '../../ecs/tag/tags.ts';
import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { insertRouteTable } from '../route-table/route-table.table.ts';
import { ipv6Off, ipv6On } from './ipv6-cidr-block.ts';
import { insertVpc, type Vpc, vpcResource, vpcTags } from './vpc.table.ts';

/** What a request says of a new VPC. */
export interface WantedVpc extends Pick<Vpc, 'vpcName' | 'description' | 'cidrBlock' | 'isDefault' | 'userCidrs'> {
  readonly dnsHostname: boolean;
  readonly resourceGroupId: string | undefined;
  readonly tags: readonly TagParameter[];
  /** Undefined when IPv6 stays off. */
  readonly ipv6: { readonly cidrBlock: string | undefined; readonly isp: string | undefined } | undefined;
  readonly dryRun: boolean;
}

/** The ids of a new VPC and what came with it. */
export interface CreatedVpc {
  readonly vpcId: string;
  readonly vRouterId: string;
  readonly routeTableId: string;
  readonly resourceGroupId: string;
}

/** Creates a VPC with its router and system route table; it is Pending first. */
export async function createdVpc(wanted: WantedVpc, context: OperationContext): Promise<CreatedVpc | Refusal> {
  const { tx, accountId, regionId, nowMs, transitions } = context;
  const noResourceGroup = await checkResourceGroup(context, wanted.resourceGroupId);
  if (noResourceGroup) return noResourceGroup;
  const limit = context.quota('vpcs');
  if (!(await takeQuota(context, 'vpcs', 1, limit))) return refuse('QuotaExceeded.Vpc', { limit });
  const ipv6 = wanted.ipv6 === undefined ? ipv6Off : await ipv6On(tx, context.random, wanted.ipv6);
  if (isRefusal(ipv6)) return ipv6;
  if (wanted.dryRun) return refuse('DryRunOperation');
  const vpcId = newId('vpc', context);
  const vRouterId = newId('vrt', context);
  const routeTableId = newId('vtb', context);
  const { vpcName, description, cidrBlock, isDefault, userCidrs, resourceGroupId = '' } = wanted;
  await insertVpc(tx, {
    vpcId,
    accountId,
    regionId,
    vpcName,
    description,
    cidrBlock,
    status: 'Pending',
    isDefault,
    userCidrs,
    dnsHostnameStatus: wanted.dnsHostname ? 'ENABLED' : 'DISABLED',
    classicLinkEnabled: 0,
    vRouterId,
    vRouterName: '',
    vRouterDescription: '',
    resourceGroupId,
    ...ipv6,
    createdAtMs: nowMs,
  });
  await insertRouteTable(tx, {
    routeTableId,
    accountId,
    regionId,
    vpcId,
    vRouterId,
    routeTableType: 'System',
    routeTableName: '',
    description: '',
    resourceGroupId,
    status: 'Available',
    routePropagationEnable: 1,
    createdAtMs: nowMs,
  });
  await putTags(context, vpcTags, vpcId, wanted.tags);
  await transitions.schedule(vpcResource, vpcId, 'create');
  return { vpcId, vRouterId, routeTableId, resourceGroupId };
}
