import { describeLeak, type LeakedNetworkInterface } from './leaks.ts';

/** A test has left network interfaces behind; the message names them. */
export class NetworkInterfacesLeaked extends Error {
  override readonly name = 'NetworkInterfacesLeaked';
  readonly networkInterfaces: readonly LeakedNetworkInterface[];

  constructor(networkInterfaces: readonly LeakedNetworkInterface[]) {
    const count = networkInterfaces.length;
    const lines = networkInterfaces.map((leak) => `\n  ${describeLeak(leak)}`);
    super(`${count} network interface${count === 1 ? ' is' : 's are'} left behind:${lines.join('')}`);
    this.networkInterfaces = networkInterfaces;
  }
}
