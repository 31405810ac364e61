import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../support/localyun.ts';
import type { TestNetwork } from '../../support/test-account.ts';
import { type OfficialClient, refusalOf } from '../official-client.ts';
import { popCoreGet, popCorePost } from './pop-core.ts';
import { productSdks } from './product-sdks.ts';

const localyun = startTestLocalyun();
const port = () => localyun.port;

/** The sockets that were opened to the server; its own end is not among them. */
const opened: Socket[] = [];
const note = (message: unknown) => {
  const { socket } = message as { socket: Socket };
  socket.once('connect', () => {
    if (socket.remotePort === port()) opened.push(socket);
  });
};
beforeEach(() => {
  opened.length = 0;
  subscribe('net.client.socket', note);
});
afterEach(() => {
  unsubscribe('net.client.socket', note);
});

const connect = (kind: typeof productSdks, accessKeyId: string) =>
  kind.connect({ host: `127.0.0.1:${port()}`, accessKeyId, accessKeySecret: 'localyun' });
const create = (client: OfficialClient, network: TestNetwork) =>
  client.call('Ecs', 'CreateNetworkInterface', {
    RegionId: network.regionId,
    VSwitchId: network.vSwitchId,
    SecurityGroupId: network.securityGroupId,
  });

describe.each([productSdks, popCoreGet])('connections of $name', (kind) => {
  it('50 calls one after the other share a connection', async () => {
    const account = localyun.account();
    const network = await account.network();
    opened.length = 0;
    const client = connect(kind, account.accessKeyId);
    for (let call = 0; call < 50; call += 1) await create(client, network);
    expect(opened).toHaveLength(1);
  });

  it('50 calls at once are all answered, and their connections serve the next 50', async () => {
    const account = localyun.account();
    const network = await account.network();
    opened.length = 0;
    const client = connect(kind, account.accessKeyId);
    const fifty = () => Promise.all(Array.from({ length: 50 }, () => create(client, network)));
    const made = [...(await fifty()), ...(await fifty())];
    expect(new Set(made.map((eni) => eni.NetworkInterfaceId)).size).toBe(100);
    expect(opened.length).toBeLessThanOrEqual(50);
  });
});

describe.each([popCoreGet, popCorePost])('concurrent creation with $name', (kind) => {
  it('gives no address to two interfaces, and refuses those there is no address for', async () => {
    const account = localyun.account();
    // 64 addresses, of which the first and the last three are not given out.
    const network = await account.network({ cidrBlock: '192.168.0.0/26' });
    const clients = Array.from({ length: 4 }, () => connect(kind, account.accessKeyId));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 70 }, (_, call) => create(clients[call % 4]!, network)),
    );
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(new Set(made.map((eni) => eni.PrivateIpAddress)).size).toBe(60);
    expect(new Set(made.map((eni) => eni.MacAddress)).size).toBe(60);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(10);
    for (const error of refused) {
      expect(await refusalOf(kind, Promise.reject(error))).toMatchObject({
        code: 'InvalidVSwitchId.IpNotEnough',
        status: 403,
      });
    }
  });
});
