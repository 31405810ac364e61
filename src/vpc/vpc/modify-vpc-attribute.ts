import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { noIpv6, vpcDescription, vpcName } from '../rules.ts';
import { contains } from '../vswitch/address-range.ts';
import { vSwitchRangesIn } from '../vswitch/v-switch.table.ts';
import { changedVpcCidrBlock, vpcRange } from './cidr-blocks.ts';
import { findVpc, saveVpcAttributes } from './vpc.table.ts';

/** Changes name, description, DNS host names or CIDR block of a VPC; every vSwitch must stay inside the new block. */
export const modifyVpcAttribute = operation('Vpc', 'ModifyVpcAttribute', {
  keepEmpty: ['VpcName', 'Description'],
  rules: {
    VpcName: vpcName,
    Description: vpcDescription,
    CidrBlock: changedVpcCidrBlock,
    EnableIPv6: noIpv6,
    Ipv6CidrBlock: noIpv6,
  },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const { VpcId: id, CidrBlock: cidrBlock, EnableDnsHostname: enableDnsHostname } = parameters;
    const vpc = await findVpc(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id });
    if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id, status: vpc.status });
    if (cidrBlock !== undefined) {
      const range = vpcRange(cidrBlock, 'InvalidCidrBlock.Malformed');
      if (isRefusal(range)) return range;
      const outside = (await vSwitchRangesIn(tx, id)).find((vSwitch) => !contains(range, vSwitch));
      if (outside !== undefined) {
        return refuse('OperationDenied.CidrConflictWithExistCidr', { ...outside, value: cidrBlock });
      }
    }
    await saveVpcAttributes(tx, {
      ...vpc,
      vpcName: parameters.VpcName ?? vpc.vpcName,
      description: parameters.Description ?? vpc.description,
      cidrBlock: cidrBlock ?? vpc.cidrBlock,
      dnsHostnameStatus:
        enableDnsHostname === undefined ? vpc.dnsHostnameStatus : enableDnsHostname ? 'ENABLED' : 'DISABLED',
    });
    return {};
  },
});
