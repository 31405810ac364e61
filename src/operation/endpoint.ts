const serviceName = /\.aliyuncs\.com(?<port>:\d+)?$/i;

/**
 * The endpoint to name to a client for a service: a client that builds its next call from it must come back to this
 * server. Clients that reach the server under the services' own host names get the host name of the service, everyone
 * else the address that they called themselves.
 *
 * @param hostName the service's own host name, such as `ecs.cn-hangzhou.aliyuncs.com`
 * @param endpoint `host:port` as the client addressed this server
 */
export function endpointOf(hostName: string, endpoint: string): string {
  const match = serviceName.exec(endpoint);
  return match === null ? endpoint : `${hostName}${match.groups?.port ?? ''}`;
}
