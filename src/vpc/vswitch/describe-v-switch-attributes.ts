import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findVSwitch } from './v-switch.table.ts';
import { describedVSwitches } from './view.ts';

/** One vSwitch, flat; unlike in the list, an unknown id is an error here. */
export const describeVSwitchAttributes = operation('Vpc', 'DescribeVSwitchAttributes', {
  permits: ['vswitch/{VSwitchId}'],
  async execute({ VSwitchId: id, DryRun }, { tx, accountId, regionId, regionGiven }) {
    const vSwitch = await findVSwitch(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id });
    if (DryRun === true) return refuse('DryRunOperation');
    const [described] = await describedVSwitches(tx, [vSwitch]);
    if (described === undefined) throw new Error(`vSwitch ${id} has no description`);
    return { ...described };
  },
});
