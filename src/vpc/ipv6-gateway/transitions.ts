import type { TransitionHandler } from '../../operation/transition.ts';
import { addDefaultRoute } from './default-route.ts';
import { eraseIpv6Gateway } from './erasure.ts';
import { findAnyIpv6Gateway, saveIpv6Gateway } from './ipv6-gateway.table.ts';
import { ipv6GatewayResource } from './ipv6-gateway.ts';

/** How IPv6 gateways' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: ipv6GatewayResource,
    kind: 'create',
    fastMs: 200,
    realMs: 3_000,
    async complete(ipv6GatewayId, context) {
      const gateway = await findAnyIpv6Gateway(context.tx, ipv6GatewayId);
      if (gateway?.status !== 'Pending') return;
      await saveIpv6Gateway(context.tx, { ...gateway, status: 'Available' });
      await addDefaultRoute(gateway, context);
    },
  },
  {
    resourceType: ipv6GatewayResource,
    kind: 'delete',
    fastMs: 200,
    realMs: 3_000,
    async complete(ipv6GatewayId, { tx }) {
      const gateway = await findAnyIpv6Gateway(tx, ipv6GatewayId);
      if (gateway) await eraseIpv6Gateway(tx, gateway);
    },
  },
];
