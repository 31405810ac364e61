import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { text } from '../rules.ts';
import { findVpcOfVRouter, saveVRouter } from '../vpc/vpc.table.ts';

/**
 * Changes name and description of a VPC's router; empty text clears them.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/ModifyVRouterAttribute
 */
export const modifyVRouterAttribute = operation('Vpc', 'ModifyVRouterAttribute', {
  permits: ['vrouter/{VRouterId}'],
  keepEmpty: ['VRouterName', 'Description'],
  rules: {
    VRouterName: text(128, 'InvalidVRouterName.Malformed'),
    Description: text(256, 'InvalidVRouterDiscription.Malformed'),
  },

  async execute({ VRouterId: id, VRouterName, Description }, { tx, accountId, regionId, regionGiven }) {
    const vpc = await findVpcOfVRouter(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVRouterId.NotFound', { id });
    await saveVRouter(tx, {
      ...vpc,
      vRouterName: VRouterName ?? vpc.vRouterName,
      vRouterDescription: Description ?? vpc.vRouterDescription,
    });
    return {};
  },
});
