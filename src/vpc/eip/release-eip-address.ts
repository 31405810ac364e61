import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import { refuse } from '../refusals.ts';
import { findEip, removeEip } from './eip.table.ts';
import { eipTags } from './eip.ts';
import { checkRelease } from './lifecycle.ts';

/** Gives an available elastic IP address back; it is gone when the call returns. */
export const releaseEipAddress = operation('Vpc', 'ReleaseEipAddress', {
  permits: ['eip/{AllocationId}'],
  async execute({ AllocationId: id }, { tx, accountId, regionId, regionGiven }) {
    const eip = await findEip(tx, accountId, regionGiven ? regionId : undefined, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    const refusal = checkRelease(eip);
    if (refusal) return refusal;
    await removeTags({ tx, ...eip }, eipTags, id);
    await removeEip(tx, id);
    await returnQuota({ tx, accountId, regionId: eip.regionId }, 'eips', 1);
    return {};
  },
});
