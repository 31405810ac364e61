const serviceName = /\.aliyuncs\.com(?<port>:\d+)?$/i;

/**
 * The endpoint to name for a region: a client that builds its next call from it must come back to this server. Clients
 * that reach the server under the service's own host names get the host name of the region, everyone else the address
 * that they called themselves.
 *
 * @param endpoint `host:port` as the client addressed this server
 */
export function endpointOf(regionId: string, endpoint: string): string {
  const match = serviceName.exec(endpoint);
  return match === null ? endpoint : `ecs.${regionId}.aliyuncs.com${match.groups?.port ?? ''}`;
}
