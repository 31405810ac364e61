import type { TestLocalyun } from './localyun.ts';

/** Lets the next delayed change of this kind of a network interface go wrong. */
export function failNext(
  { server }: TestLocalyun,
  kind: string,
  networkInterfaceId: string,
  outcome: 'fail' | 'stick',
): Promise<void> {
  const fault = { resourceType: 'network-interface', kind, resourceId: networkInterfaceId, outcome, count: 1 };
  return server.levers.failTransition(fault);
}
