import type { TransitionHandler } from '../../operation/transition.ts';
import { makeVSwitchAvailable, vSwitchResource } from './v-switch.table.ts';

/** How vSwitches' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: vSwitchResource,
    kind: 'create',
    fastMs: 200,
    realMs: 2_000,
    complete: (vSwitchId, { tx }) => makeVSwitchAvailable(tx, vSwitchId),
  },
];
