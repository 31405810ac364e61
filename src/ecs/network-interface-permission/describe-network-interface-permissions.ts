import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { inList } from '../../store/placeholders.ts';
import { networkInterfaceId } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';
import { countPermissions, selectPermissions } from './network-interface-permission.table.ts';
import { describedPermission } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 10, maxResults: 100 };
const maxListed = 100;

/** Lists the permissions that the account gave on one interface, or those named; newest first (ENI-153). */
export const describeNetworkInterfacePermissions = operation('Ecs', 'DescribeNetworkInterfacePermissions', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: {
    NetworkInterfaceId: networkInterfaceId,
    NetworkInterfacePermissionId: (ids, name) =>
      ids.length > maxListed
        ? refuse('InvalidParameter', { name: `${name}.N`, value: `${ids.length} values, at most ${maxListed}` })
        : undefined,
  },
  check: ({ NetworkInterfaceId, NetworkInterfacePermissionId }) =>
    NetworkInterfaceId === undefined && NetworkInterfacePermissionId.length === 0
      ? refuse('MissingParameter', { name: 'NetworkInterfaceId' })
      : undefined,

  async execute(parameters, { tx, accountId, regionId }) {
    const { NetworkInterfaceId, NetworkInterfacePermissionId: ids } = parameters;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const conditions = ['account_id = ?', 'region_id = ?'];
    const values = [accountId, regionId];
    if (NetworkInterfaceId !== undefined) {
      conditions.push('network_interface_id = ?');
      values.push(NetworkInterfaceId);
    }
    if (ids.length > 0) {
      const list = inList(ids);
      conditions.push(`network_interface_permission_id IN (${list.placeholders})`);
      values.push(...list.values);
    }
    const where = conditions.join(' AND ');
    const shown = await selectPermissions(tx, where, values, page.limit, page.offset);
    return {
      TotalCount: await countPermissions(tx, where, values),
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      NetworkInterfacePermissions: { NetworkInterfacePermission: shown.map(describedPermission) },
    };
  },
});
