import { removeTags } from '../../ecs/tag/tags.ts';
import type { TransitionHandler } from '../../operation/transition.ts';
import {
  findAnyRouteTable,
  removeRouteTable,
  routeTableResource,
  routeTableTags,
  saveRouteTable,
} from './route-table.table.ts';

/** How route tables' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: routeTableResource,
    kind: 'create',
    fastMs: 200,
    realMs: 3_000,
    async complete(routeTableId, { tx }) {
      const routeTable = await findAnyRouteTable(tx, routeTableId);
      if (routeTable?.status === 'Pending') await saveRouteTable(tx, { ...routeTable, status: 'Available' });
    },
  },
  {
    resourceType: routeTableResource,
    kind: 'delete',
    fastMs: 200,
    realMs: 3_000,
    async complete(routeTableId, { tx }) {
      const routeTable = await findAnyRouteTable(tx, routeTableId);
      if (routeTable === undefined) return;
      await removeTags({ tx, ...routeTable }, routeTableTags, routeTableId);
      await removeRouteTable(tx, routeTableId);
    },
  },
];
