import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import { createRandom } from '../../engine/random.ts';
import { parseIpv6 } from '../../vpc/ipv6.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { availableIn, ipv6Network, takenOf } from './address.fixture.ts';

const localyun = startTestLocalyun();
/** A /26 without its first and last three addresses: small enough to be full now and then. */
const cidrBlock = '192.168.0.0/26';
const capacity = 60;
const steps = 120;

async function interfacesIn(account: TestAccount, { regionId, vSwitchId }: TestNetwork): Promise<Body[]> {
  const list = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
    RegionId: regionId,
    VSwitchId: vSwitchId,
    PageSize: 100,
  });
  return list.NetworkInterfaceSets.NetworkInterfaceSet;
}

/** Everything the interfaces are said to hold: single IPv4 addresses as numbers, /80 blocks and addresses as text. */
function heldBy(enis: readonly Body[]) {
  const all = (pick: (eni: Body) => string[]) => enis.flatMap(pick);
  return {
    ipv4: all((eni) => eni.PrivateIpSets.PrivateIpSet.map((each: Body) => each.PrivateIpAddress)),
    ipv4Prefixes: all((eni) => eni.Ipv4PrefixSets.Ipv4PrefixSet.map((each: Body) => each.Ipv4Prefix)),
    ipv6: all((eni) => eni.Ipv6Sets.Ipv6Set.map((each: Body) => each.Ipv6Address)),
    ipv6Prefixes: all((eni) => eni.Ipv6PrefixSets.Ipv6PrefixSet.map((each: Body) => each.Ipv6Prefix)),
  };
}

/** Nothing is held twice, and what vSwitch and security group count is what the interfaces hold. */
async function checkState(account: TestAccount, network: TestNetwork): Promise<void> {
  const { ipv4, ipv4Prefixes, ipv6, ipv6Prefixes } = heldBy(await interfacesIn(account, network));
  const addresses = [
    ...ipv4.map((text) => parseAddress(text)),
    ...ipv4Prefixes.flatMap((text) =>
      Array.from({ length: 16 }, (_, n) => parseAddress(text.split('/')[0] ?? '')! + n),
    ),
  ];
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(await availableIn(account, network)).toBe(capacity - addresses.length);
  expect(await takenOf(account, network)).toBe(ipv4.length + ipv4Prefixes.length + ipv6.length + ipv6Prefixes.length);
  const blocks = ipv6Prefixes.map((text) => parseIpv6(text.split('/')[0] ?? '')?.[4]);
  expect(new Set(ipv6).size).toBe(ipv6.length);
  expect(new Set(blocks).size).toBe(blocks.length);
  for (const text of ipv6) expect(blocks).not.toContain(parseIpv6(text)?.[4]);
}

describe('addresses over many calls', () => {
  it.each([11, 12, 13])(
    'ENI-118, ENI-129, ENI-136 are counted exactly and never held twice (seed %i)',
    async (seed) => {
      const account = localyun.account();
      const network = await ipv6Network(localyun, account, { cidrBlock });
      const random = createRandom(seed);
      const some = <Item>(items: readonly Item[]): Item | undefined => items[random.below(items.length)];
      const { regionId: RegionId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId, start } = network;
      const named = () => ({
        ipv4: [`192.168.0.${random.below(64)}`, `192.168.0.${random.below(64)}`],
        ipv4Prefix: `192.168.0.${random.below(4) * 16}/28`,
        ipv6: `${start}:${random.below(3)}::${1 + random.below(9)}`,
        ipv6Prefix: `${start}:${random.below(3)}::/80`,
      });

      const codes: string[] = [];
      for (let step = 0; step < steps; step += 1) {
        const target = some((await interfacesIn(account, network)).filter(({ Status }) => Status === 'Available'));
        const own = target && heldBy([target]);
        const { ipv4, ipv4Prefix, ipv6, ipv6Prefix } = named();
        const on: Parameters = { RegionId, NetworkInterfaceId: target?.NetworkInterfaceId ?? 'eni-none' };
        const create: Parameters = { RegionId, VSwitchId, SecurityGroupId };
        const calls: readonly (readonly [action: string, Parameters])[] = [
          ['CreateNetworkInterface', create],
          ['CreateNetworkInterface', { ...create, SecondaryPrivateIpAddressCount: 1 + random.below(5) }],
          ['CreateNetworkInterface', { ...create, Ipv4PrefixCount: 1, Ipv6AddressCount: 2 }],
          ['CreateNetworkInterface', { ...create, Ipv4Prefix: [ipv4Prefix], Ipv6Address: [ipv6] }],
          ['CreateNetworkInterface', { ...create, PrivateIpAddress: ipv4, Ipv6Prefix: [ipv6Prefix] }],
          ['AssignPrivateIpAddresses', { ...on, SecondaryPrivateIpAddressCount: 1 + random.below(8) }],
          ['AssignPrivateIpAddresses', { ...on, PrivateIpAddress: ipv4 }],
          ['AssignPrivateIpAddresses', { ...on, Ipv4PrefixCount: 1 + random.below(2) }],
          ['AssignIpv6Addresses', { ...on, Ipv6AddressCount: 1 + random.below(4) }],
          ['AssignIpv6Addresses', { ...on, Ipv6Address: [ipv6] }],
          ['AssignIpv6Addresses', { ...on, Ipv6Prefix: [ipv6Prefix] }],
          ['UnassignPrivateIpAddresses', { ...on, PrivateIpAddress: own?.ipv4.slice(1, 3) }],
          ['UnassignPrivateIpAddresses', { ...on, PrivateIpAddress: ipv4 }],
          ['UnassignPrivateIpAddresses', { ...on, Ipv4Prefix: own?.ipv4Prefixes.slice(0, 1) }],
          ['UnassignIpv6Addresses', { ...on, Ipv6Address: own?.ipv6.slice(-2) }],
          ['UnassignIpv6Addresses', { ...on, Ipv6Prefix: own?.ipv6Prefixes.slice(0, 1) }],
          ['DeleteNetworkInterface', on],
          ['DeleteNetworkInterface', on],
        ];
        const [action, parameters] = some(calls)!;
        const { status, text } = await account.call('Ecs', action, parameters);
        codes.push(status === 200 ? action : JSON.parse(text).Code);
        expect([200, 400, 403, 404]).toContain(status);
        if (random.below(3) === 0) await localyun.advance(1_000);
        await checkState(account, network);
      }
      // The walk is worth something only if it got through to all operations and into full vSwitches.
      for (const action of ['AssignPrivateIpAddresses', 'AssignIpv6Addresses', 'DeleteNetworkInterface']) {
        expect(codes).toContain(action);
      }

      await localyun.advance(10_000);
      for (const { NetworkInterfaceId } of await interfacesIn(account, network)) {
        await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
      }
      await localyun.advance(10_000);
      expect(await availableIn(account, network)).toBe(capacity);
      expect(await takenOf(account, network)).toBe(0);
      await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    },
  );
});
