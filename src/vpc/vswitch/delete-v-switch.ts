import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { routeEntriesIn } from '../route-entry/route-entry.table.ts';
import { customAmong } from '../route-table/route-table.table.ts';
import { findVSwitch, instanceIn, networkInterfaceIn, removeVSwitch, vSwitchTags } from './v-switch.table.ts';

/**
 * Deletes an available vSwitch that neither a network interface nor an instance is in, an interface being deleted still
 * is (ENI-161), and that uses the system route table. The vSwitch is gone when the call returns. While route entries of
 * the VPC are on their way none is deleted.
 */
export const deleteVSwitch = operation('Vpc', 'DeleteVSwitch', {
  permits: ['vswitch/{VSwitchId}'],
  async execute({ VSwitchId: id, DryRun }, { tx, accountId, regionId, regionGiven }) {
    const vSwitch = await findVSwitch(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id });
    if (vSwitch.status !== 'Available') return refuse('IncorrectVSwitchStatus', { id, status: vSwitch.status });
    const networkInterfaceId = await networkInterfaceIn(tx, id);
    if (networkInterfaceId !== undefined) {
      return refuse('DependencyViolation.NetworkInterface', { id, networkInterfaceId });
    }
    const instanceId = await instanceIn(tx, id);
    if (instanceId !== undefined) return refuse('DependencyViolation.Instance', { id, instanceId });
    const { vpcId, routeTableId } = vSwitch;
    if ((await customAmong(tx, [routeTableId])).size > 0) {
      return refuse('DependencyViolation.RouteTable', { id, routeTableId });
    }
    const unstable = (await routeEntriesIn(tx, vpcId)).find(({ status }) => status !== 'Available');
    if (unstable)
      return refuse('IncorrectRouteEntryStatus', { ...unstable, destination: unstable.destinationCidrBlock });
    if (DryRun === true) return refuse('DryRunOperation');
    await removeTags({ tx, ...vSwitch }, vSwitchTags, id);
    await removeVSwitch(tx, id);
    return {};
  },
});
