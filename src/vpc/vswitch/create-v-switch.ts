import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { vSwitchDescription, vSwitchName } from '../rules.ts';
import { newTags } from '../tag/rules.ts';
import { findVpc } from '../vpc/vpc.table.ts';
import { createdVSwitch } from './creation.ts';
import { ipv6BlockMask, ipv6BlockNumber } from './ipv6-placement.ts';
import { checkWanted } from './placement.ts';

/** Creates a vSwitch in a zone of an available VPC; it is Pending first and Available soon after. */
export const createVSwitch = operation('Vpc', 'CreateVSwitch', {
  permits: ['vswitch/*', 'vpc/{VpcId}'],
  rules: {
    VSwitchName: vSwitchName,
    Description: vSwitchDescription,
    Tag: newTags,
    Ipv6CidrBlock: ipv6BlockNumber,
    Ipv6CidrMask: ipv6BlockMask,
  },

  check: ({ CidrBlock, CidrMask }) => checkWanted({ cidrBlock: CidrBlock, mask: CidrMask }),

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { VpcId: id } = parameters;
    const vpc = await findVpc(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id });
    const wanted = {
      zoneId: parameters.ZoneId,
      vSwitchName: parameters.VSwitchName ?? '',
      description: parameters.Description ?? '',
      isDefault: 0,
      place: { cidrBlock: parameters.CidrBlock, mask: parameters.CidrMask },
      ipv6: parameters,
      tags: parameters.Tag,
    } as const;
    const vSwitchId = await createdVSwitch(vpc, wanted, context);
    return isRefusal(vSwitchId) ? vSwitchId : { VSwitchId: vSwitchId };
  },
});
