import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findEip, saveEipAttributes } from './eip.table.ts';
import { checkModification } from './lifecycle.ts';
import { bandwidthMbps, eipDescription, eipName } from './rules.ts';

/** Changes name, description or bandwidth of an elastic IP address; empty text clears name and description. */
export const modifyEipAddressAttribute = operation('Vpc', 'ModifyEipAddressAttribute', {
  permits: ['eip/{AllocationId}'],
  keepEmpty: ['Name', 'Description'],
  rules: { Name: eipName, Description: eipDescription },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const { AllocationId: id, Bandwidth } = parameters;
    const eip = await findEip(tx, accountId, regionGiven ? regionId : undefined, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    const refusal = checkModification(eip);
    if (refusal) return refusal;
    const mbps = Bandwidth === undefined ? eip.bandwidthMbps : bandwidthMbps(Bandwidth, eip.internetChargeType);
    if (isRefusal(mbps)) return mbps;
    await saveEipAttributes(tx, {
      ...eip,
      eipName: parameters.Name ?? eip.eipName,
      description: parameters.Description ?? eip.description,
      bandwidthMbps: mbps,
    });
    return {};
  },
});
