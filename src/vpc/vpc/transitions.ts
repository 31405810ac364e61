import type { TransitionHandler } from '../../operation/transition.ts';
import { makeVpcAvailable, vpcResource } from './vpc.table.ts';

/** How VPCs' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: vpcResource,
    kind: 'create',
    fastMs: 200,
    realMs: 3_000,
    complete: (vpcId, { tx }) => makeVpcAvailable(tx, vpcId),
  },
];
