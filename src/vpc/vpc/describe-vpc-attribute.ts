import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { countVSwitches } from '../vswitch/v-switch.table.ts';
import { describedVpcs } from './view.ts';
import { findVpc } from './vpc.table.ts';

/** One VPC, flat; unlike in the list, an unknown id is an error here. */
export const describeVpcAttribute = operation('Vpc', 'DescribeVpcAttribute', {
  permits: ['vpc/{VpcId}'],
  async execute({ VpcId: id, IsDefault: isDefault, DryRun }, { tx, accountId, regionId }) {
    const vpc = await findVpc(tx, accountId, regionId, id);
    const isMeant = vpc !== undefined && (isDefault === undefined || isDefault === (vpc.isDefault === 1));
    if (!isMeant) return refuse('InvalidVpcId.NotFound', { id });
    if (DryRun === true) return refuse('DryRunOperation');
    const [described] = await describedVpcs(tx, [vpc]);
    if (described === undefined) throw new Error(`VPC ${id} has no description`);
    const { CenStatus, NatGatewayIds, RouterTableIds, ...attributes } = described;
    return {
      ...attributes,
      AssociatedCens: { AssociatedCen: [] },
      AssociatedPropagationSources: { AssociatedPropagationSources: [] },
      ClassicLinkEnabled: vpc.classicLinkEnabled === 1,
      CloudResources: {
        CloudResourceSetType: [
          { ResourceType: 'VRouter', ResourceCount: 1 },
          { ResourceType: 'RouteTable', ResourceCount: RouterTableIds?.RouterTableIds?.length ?? 0 },
          { ResourceType: 'VSwitch', ResourceCount: await countVSwitches(tx, id) },
        ],
      },
      Ipv4GatewayId: '',
      SupportIpv4Gateway: false,
    };
  },
});
