import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { allOf, equals, hasIpv6, isFlag, isInResourceGroup, isOneOf, listRows, nothing } from '../list.ts';
import { refuse } from '../refusals.ts';
import { idsOf, vpcPaging } from '../rules.ts';
import { carriesTags, wantedTags } from '../tag/rules.ts';
import { vSwitchTable, vSwitchTags } from './v-switch.table.ts';
import { describedVSwitches } from './view.ts';

/**
 * Lists vSwitches by any combination of filters, newest first. A request without RegionId must say which vSwitches or
 * VPCs it means; those are looked for in every region. An unknown id is no error: it lists nothing.
 */
export const describeVSwitches = operation('Vpc', 'DescribeVSwitches', {
  permits: ['vswitch/*'],
  rules: { Tag: wantedTags },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const ids = idsOf(parameters.VSwitchId, 'InvalidVSwitchIdNumber.NotSupported');
    if (isRefusal(ids)) return ids;
    const vpcIds = idsOf(parameters.VpcId, 'InvalidVpcIdNumber.NotSupported');
    if (isRefusal(vpcIds)) return vpcIds;
    if (!regionGiven && ids === undefined && vpcIds === undefined) {
      return refuse('MissingParameter', { name: 'RegionId' });
    }
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const { VSwitchOwnerId: ownerId } = parameters;
    const condition = allOf(
      equals('v_switch.account_id', accountId),
      equals('v_switch.region_id', regionGiven ? regionId : undefined),
      isOneOf('v_switch.v_switch_id', ids),
      isOneOf('v_switch.vpc_id', vpcIds),
      equals('v_switch.zone_id', parameters.ZoneId),
      equals('v_switch.v_switch_name', parameters.VSwitchName),
      isInResourceGroup('v_switch', accountId, parameters.ResourceGroupId),
      equals('v_switch.route_table_id', parameters.RouteTableId),
      isFlag('v_switch.is_default', parameters.IsDefault),
      hasIpv6('v_switch', parameters.EnableIpv6),
      // Other accounts' vSwitches are never seen.
      ownerId !== undefined && ownerId !== Number(accountId) ? nothing : undefined,
      carriesTags(vSwitchTags, 'v_switch.v_switch_id', parameters.Tag, {
        accountId,
        regionId: regionGiven ? regionId : undefined,
      }),
    );
    const { rows, totalCount } = await listRows(tx, vSwitchTable, 'v_switch_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      VSwitches: { VSwitch: await describedVSwitches(tx, rows) },
    };
  },
});
