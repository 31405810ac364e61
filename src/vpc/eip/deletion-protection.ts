import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findEip, saveEipAttributes } from './eip.table.ts';

/** Guards an elastic IP address against release, or no longer; saying so again is no error. */
export const deletionProtection = operation('Vpc', 'DeletionProtection', {
  permits: ['eip/{InstanceId}'],
  rules: {
    Type: (value) =>
      value.toUpperCase() === 'EIP' ? undefined : refuse('DeletionProtection.TypeNotSupport', { value }),
  },

  async execute({ InstanceId: id, ProtectionEnable }, { tx, accountId, regionId }) {
    const eip = await findEip(tx, accountId, regionId, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    await saveEipAttributes(tx, { ...eip, deletionProtection: ProtectionEnable ? 1 : 0 });
    return {};
  },
});
