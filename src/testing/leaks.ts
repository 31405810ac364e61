import type { Localyun } from '../index.ts';

/** A network interface that is attached to nothing and not being deleted: its id, region, status and who made it. */
export type LeakedNetworkInterface = Awaited<ReturnType<Localyun['leaks']>>['networkInterfaces'][number];

/** The leaked interfaces of one account, in every region. */
export async function leakedNetworkInterfaces(
  server: Localyun,
  accountId: string,
): Promise<readonly LeakedNetworkInterface[]> {
  return (await server.leaks({ account: accountId })).networkInterfaces;
}

/** One leaked interface in a line. */
export function describeLeak({ id, name, region, status, createdBy }: LeakedNetworkInterface): string {
  const named = name === '' ? '' : ` "${name}"`;
  const made = createdBy === undefined ? '' : `, made by ${createdBy.action ?? 'a request'} (${createdBy.requestId})`;
  return `${id}${named} in ${region}, ${status ?? 'without a status'}${made}`;
}
