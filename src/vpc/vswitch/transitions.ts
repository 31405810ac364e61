import type { TransitionHandler } from '../../operation/transition.ts';
import { makeVSwitchAvailable, vSwitchResource } from './v-switch.table.ts';

/** How vSwitches' delayed changes end: each leaves the vSwitch Available. */
export const transitions: readonly TransitionHandler[] = [
  'create',
  'associate-route-table',
  'unassociate-route-table',
].map((kind) => ({
  resourceType: vSwitchResource,
  kind,
  fastMs: 200,
  realMs: 2_000,
  complete: (vSwitchId, { tx }) => makeVSwitchAvailable(tx, vSwitchId),
}));
