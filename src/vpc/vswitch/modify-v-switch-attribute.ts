import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { noIpv6, vSwitchDescription, vSwitchName } from '../rules.ts';
import { findVSwitch, saveVSwitchAttributes } from './v-switch.table.ts';

/** Changes name and description of a vSwitch; its CIDR block is fixed for life. */
export const modifyVSwitchAttribute = operation('Vpc', 'ModifyVSwitchAttribute', {
  keepEmpty: ['VSwitchName', 'Description'],
  rules: {
    VSwitchName: vSwitchName,
    Description: vSwitchDescription,
    EnableIPv6: noIpv6,
    Ipv6CidrBlock: noIpv6,
    Ipv6CidrMask: noIpv6,
    VpcIpv6CidrBlock: noIpv6,
  },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const { VSwitchId: id } = parameters;
    const vSwitch = await findVSwitch(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id });
    if (vSwitch.status !== 'Available') return refuse('IncorrectVSwitchStatus', { id, status: vSwitch.status });
    await saveVSwitchAttributes(tx, {
      ...vSwitch,
      vSwitchName: parameters.VSwitchName ?? vSwitch.vSwitchName,
      description: parameters.Description ?? vSwitch.description,
    });
    return {};
  },
});
