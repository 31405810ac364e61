import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findDefaultVpc } from '../vpc/vpc.table.ts';
import { createdVSwitch } from './creation.ts';
import { ipv6BlockNumber } from './ipv6-placement.ts';
import { vSwitchesIn } from './v-switch.table.ts';

/** How large every default vSwitch is. */
const mask = 20;

/**
 * Creates the default vSwitch of a zone in the region's default VPC, at the first free place; it is Pending first and
 * Available soon after. A zone has at most one.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/CreateDefaultVSwitch
 */
export const createDefaultVSwitch = operation('Vpc', 'CreateDefaultVSwitch', {
  permits: ['vswitch/*'],
  rules: { Ipv6CidrBlock: ipv6BlockNumber },

  async execute({ ZoneId: zoneId, Ipv6CidrBlock }, context) {
    const { tx, accountId, regionId } = context;
    const vpc = await findDefaultVpc(tx, accountId, regionId);
    if (vpc === undefined) return refuse('InvalidVpcId.NoDefault', { regionId });
    const present = (await vSwitchesIn(tx, [vpc.vpcId])).find(
      (vSwitch) => vSwitch.isDefault === 1 && vSwitch.zoneId === zoneId,
    );
    if (present) return refuse('QuotaExceeded.DefaultVSwitch', { zoneId, id: present.vSwitchId });
    const wanted = {
      zoneId,
      vSwitchName: '',
      description: '',
      isDefault: 1,
      place: { mask },
      ipv6: { Ipv6CidrBlock },
      tags: [],
    } as const;
    const vSwitchId = await createdVSwitch(vpc, wanted, context);
    return isRefusal(vSwitchId) ? vSwitchId : { VSwitchId: vSwitchId };
  },
});
