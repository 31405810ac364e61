import { operation } from '../../operation/operation.ts';
import { sql } from '../../store/statement.ts';
import { refuse } from '../refusals.ts';
import { groupedVpcResourceKinds } from '../resource-kinds.ts';
import { findVpc } from '../vpc/vpc.table.ts';
import { checkResourceGroup } from './check-resource-group.ts';

const moveVSwitches = sql('UPDATE v_switch SET resource_group_id = ? WHERE vpc_id = ?');
const moveRouteTables = sql('UPDATE route_table SET resource_group_id = ? WHERE vpc_id = ?');

/** Moves a resource to another resource group; the vSwitches and route tables of a VPC go with it. */
export const moveResourceGroup = operation('Vpc', 'MoveResourceGroup', {
  permits: ['{ResourceType}/{ResourceId}'],
  async execute({ ResourceType: type, ResourceId: id, NewResourceGroupId: groupId }, context) {
    const { tx, accountId, regionId } = context;
    const kind = groupedVpcResourceKinds.find(({ name }) => name === type.toUpperCase());
    if (kind === undefined) {
      const allowed = groupedVpcResourceKinds.map(({ name }) => name).join(', ');
      return refuse('IllegalParam.ResourceType', { value: type, allowed });
    }
    const noGroup = await checkResourceGroup(context, groupId, 'NewResourceGroupId');
    if (noGroup) return noGroup;
    const present = await kind.resourceGroupOf(context, id);
    if (present === undefined) return refuse('InvalidResourceId.NotFound', { id, type: kind.name });
    if (kind.name === 'VPC') {
      const status = (await findVpc(tx, accountId, regionId, id))?.status ?? '';
      if (status !== 'Available') return refuse('OperationFailed.InstanceStatusNotAllowed', { id, status });
      await tx.run(moveVSwitches, groupId, id);
      await tx.run(moveRouteTables, groupId, id);
    }
    await kind.saveResourceGroup(context, id, groupId);
    return {};
  },
});
