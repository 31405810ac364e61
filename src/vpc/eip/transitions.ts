import type { TransitionHandler } from '../../operation/transition.ts';
import { findAnyEip, saveAssociation } from './eip.table.ts';
import { eipResource } from './eip.ts';
import { completeUnassociation } from './lifecycle.ts';

/** How elastic IP addresses' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: eipResource,
    kind: 'unassociate',
    fastMs: 500,
    realMs: 2_000,
    async complete(allocationId, { tx }) {
      const eip = await findAnyEip(tx, allocationId);
      if (eip) await saveAssociation(tx, completeUnassociation(eip));
    },
  },
];
