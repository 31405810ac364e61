import { beforeAll, describe, expect, it } from 'vitest';
import type { Shape } from '../../src/contracts/contract.ts';
import { findContract } from '../../src/contracts/load.ts';
import { utcSeconds } from '../../src/operation/time.ts';
import { operations } from '../../src/registry.generated.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { type Parameters, versions } from '../support/signed-client.ts';
import { callWith } from '../support/signed-request.ts';
import type { Body, TestAccount, TestNetwork } from '../support/test-account.ts';

const localyun = startTestLocalyun();
const region = 'cn-hangzhou';
const uuid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** Every operation that is about network interfaces first; its contract requires a region. */
const actions = [
  'CreateNetworkInterface',
  'DescribeNetworkInterfaces',
  'DescribeNetworkInterfaceAttribute',
  'AttachNetworkInterface',
  'DetachNetworkInterface',
  'DeleteNetworkInterface',
];
for (const { product, action, networkInterfaces } of operations) {
  const requiresRegion = product === 'Ecs' && findContract(versions.Ecs, action)?.required.includes('RegionId');
  if (networkInterfaces && requiresRegion && !actions.includes(action)) actions.push(action);
}

/** Values for parameters that must be text; the ids are those of nothing. */
const texts: Parameters = {
  RegionId: region,
  NetworkInterfaceId: 'eni-none',
  InstanceId: 'i-none',
  AccountId: '1000000000000001',
  Permission: 'InstanceAttach',
};

/** What some operations ask for beyond their contract. */
const furtherParameters: Readonly<Record<string, Parameters>> = {
  CreateNetworkInterface: { SecurityGroupId: 'sg-none' },
  AssignPrivateIpAddresses: { SecondaryPrivateIpAddressCount: 1 },
  UnassignPrivateIpAddresses: { PrivateIpAddress: ['192.168.0.9'] },
  AssignIpv6Addresses: { Ipv6AddressCount: 1 },
  UnassignIpv6Addresses: { Ipv6Address: ['2408:4005::9'] },
  EnableNetworkInterfaceQoS: { QoS: { BandwidthTx: 100_000 } },
  DescribeEniMonitorData: { StartTime: hourAgo(2), EndTime: hourAgo(1) },
};

function hourAgo(hours: number): string {
  return utcSeconds(Date.now() - hours * 60 * 60 * 1000);
}

/** Parameters that are in order but for standing for nothing. */
function placeholders(action: string): Parameters {
  const contract = findContract(versions.Ecs, action)!;
  const required = contract.required.map((name) => [name, placeholder(name, contract.parameters[name])]);
  return { ...Object.fromEntries(required), ...furtherParameters[action] };
}

function placeholder(name: string, shape: Shape | undefined): unknown {
  if (shape === 'string') return texts[name] ?? 'x';
  if (shape === 'number') return 1;
  return shape === 'boolean' ? true : ['x'];
}

const keyOf = (account: TestAccount) => ({ accessKeyId: account.accessKeyId, accessKeySecret: 'localyun' });

let account: TestAccount;
let network: TestNetwork;
beforeAll(async () => {
  account = localyun.account();
  network = await account.network();
});

async function newInterface(): Promise<{ readonly RegionId: string; readonly NetworkInterfaceId: string }> {
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  return { RegionId: network.regionId, NetworkInterfaceId };
}

const listed = (query: Parameters): Promise<Body[]> =>
  account
    .ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: region, ...query })
    .then(({ NetworkInterfaceSets }) => NetworkInterfaceSets.NetworkInterfaceSet);

describe('ENI-1 GET and POST', () => {
  it.each(actions)('are the same to %s', async (action) => {
    const [get, post] = await Promise.all(
      (['GET', 'POST'] as const).map((method) =>
        callWith(localyun.port, keyOf(account), 'Ecs', action, placeholders(action), { method }),
      ),
    );
    const { RequestId: _get, Recommend: _getPage, ...fromGet } = JSON.parse(get!.text);
    const { RequestId: _post, Recommend: _postPage, ...fromPost } = JSON.parse(post!.text);
    expect(get!.status).toBe(post!.status);
    expect(fromGet).toEqual(fromPost);
  });

  it('both lead through a whole life', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const call = async (action: string, parameters: Parameters) => {
        const answer = await callWith(localyun.port, keyOf(account), 'Ecs', action, parameters, { method });
        expect(answer.status).toBe(200);
        return JSON.parse(answer.text) as Body;
      };
      const { regionId: RegionId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
      const created = { RegionId, VSwitchId, SecurityGroupId };
      const { NetworkInterfaceId } = await call('CreateNetworkInterface', created);
      const byId = { RegionId, NetworkInterfaceId: [NetworkInterfaceId] };
      expect((await call('DescribeNetworkInterfaces', byId)).TotalCount).toBe(1);
      await call('DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
      await localyun.advance(2_000);
      expect((await call('DescribeNetworkInterfaces', byId)).TotalCount).toBe(0);
    }
  });
});

describe('the answer', () => {
  const formats = { JSON: 'application/json;charset=utf-8', XML: 'text/xml;charset=utf-8' } as const;

  it('ENI-2 follows Format, is XML without one, for refusals too', async () => {
    const cases = [
      [undefined, formats.XML],
      ['XML', formats.XML],
      ['xml', formats.XML],
      ['JSON', formats.JSON],
      ['json', formats.JSON],
    ] as const;
    for (const [Format, contentType] of cases) {
      for (const action of ['DescribeNetworkInterfaces', 'DescribeNetworkInterfaceAttribute']) {
        const parameters = { RegionId: region, NetworkInterfaceId: 'eni-none' };
        const answer = await callWith(localyun.port, keyOf(account), 'Ecs', action, parameters, { common: { Format } });
        expect(answer.headers['content-type']).toBe(contentType);
        const root = action === 'DescribeNetworkInterfaces' ? 'DescribeNetworkInterfacesResponse' : 'Error';
        if (contentType === formats.JSON) expect(JSON.parse(answer.text)).toHaveProperty('RequestId');
        else expect(answer.text).toMatch(new RegExp(`<${root}>.*</${root}>$`, 's'));
      }
    }
  });

  it('ENI-3 has a RequestId of its own, an upper-case UUID, in the body and the header', async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const json = await account.call('Ecs', 'DescribeNetworkInterfaces', { RegionId: region });
      const xml = await account.call('Ecs', 'DescribeNetworkInterfaces', { RegionId: region }, 'XML');
      const ids = [JSON.parse(json.text).RequestId, /<RequestId>(.*?)<\/RequestId>/.exec(xml.text)?.[1]];
      expect(ids).toEqual([json.headers['x-acs-request-id'], xml.headers['x-acs-request-id']]);
      for (const id of ids) {
        expect(id).toMatch(uuid);
        seen.add(id);
      }
    }
    expect(seen.size).toBe(6);
  });

  it('ENI-4 to what is refused has RequestId, Code, Message and HostId, and the documented status', async () => {
    const parameters = { RegionId: region, NetworkInterfaceId: 'eni-none' };
    const json = await account.call('Ecs', 'DeleteNetworkInterface', parameters);
    expect(json.status).toBe(404);
    expect(JSON.parse(json.text)).toMatchObject({
      RequestId: expect.stringMatching(uuid),
      HostId: `127.0.0.1:${localyun.port}`,
      Code: 'InvalidEniId.NotFound',
      Message: expect.stringContaining('"eni-none"'),
    });
    const xml = await account.call('Ecs', 'DeleteNetworkInterface', parameters, 'XML');
    expect(xml.status).toBe(404);
    for (const element of ['RequestId', 'HostId', 'Code', 'Message']) {
      expect(xml.text).toMatch(new RegExp(`<Error>.*<${element}>[^<]+</${element}>.*</Error>`, 's'));
    }
    expect((await account.refused('Ecs', 'DeleteNetworkInterface', { RegionId: region })).status).toBe(400);
  });
});

describe('parameters', () => {
  it('ENI-5 that the operation does not have are ignored', async () => {
    const target = await newInterface();
    const unknown = { ClientToken: 'x'.repeat(100), InstanceId: '?', Nonsense: { Deep: [{ Er: 1 }] }, 'Tag.1': 'x' };
    expect(
      await listed({ NetworkInterfaceId: [target.NetworkInterfaceId], Nonsense: 'x', AcceptLanguage: 'zh-CN' }),
    ).toHaveLength(1);
    await account.ok('Ecs', 'DeleteNetworkInterface', { ...target, ...unknown });
    await localyun.advance(2_000);
    expect(await listed({ NetworkInterfaceId: [target.NetworkInterfaceId] })).toEqual([]);
  });

  it('ENI-6 of owners are accepted and change nothing', async () => {
    const stranger = localyun.account();
    const owners = {
      OwnerId: stranger.accountId,
      OwnerAccount: 'someone@example.com',
      ResourceOwnerId: stranger.accountId,
      ResourceOwnerAccount: 'someone@example.com',
    };
    const target = await newInterface();
    const ids = { NetworkInterfaceId: [target.NetworkInterfaceId] };
    expect(await listed({ ...ids, ...owners })).toEqual(await listed(ids));
    const foreign = await stranger.refused('Ecs', 'DeleteNetworkInterface', { ...target, OwnerId: account.accountId });
    expect(foreign.code).toBe('InvalidEniId.NotFound');
    await account.ok('Ecs', 'DeleteNetworkInterface', { ...target, ...owners });
  });

  it('ENI-10 that are lists may have gaps', async () => {
    const [first, second] = [await newInterface(), await newInterface()];
    const flat = {
      'NetworkInterfaceId.2': first.NetworkInterfaceId,
      'NetworkInterfaceId.7': second.NetworkInterfaceId,
    };
    const answer = await callWith(
      localyun.port,
      keyOf(account),
      'Ecs',
      'DescribeNetworkInterfaces',
      { RegionId: region },
      { flat },
    );
    expect(JSON.parse(answer.text).TotalCount).toBe(2);
    const tagged = await callWith(
      localyun.port,
      keyOf(account),
      'Ecs',
      'CreateNetworkInterface',
      { RegionId: region, VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId },
      { flat: { 'Tag.3.Key': 'later', 'Tag.3.Value': '3', 'Tag.1.Key': 'first', 'Tag.1.Value': '1' } },
    );
    expect(JSON.parse(tagged.text).Tags.Tag).toEqual([
      { TagKey: 'first', TagValue: '1' },
      { TagKey: 'later', TagValue: '3' },
    ]);
  });
});

describe('the region', () => {
  it.each(actions)('ENI-7 %s without one', async (action) => {
    for (const RegionId of [undefined, '']) {
      const refused = await account.refused('Ecs', action, { ...placeholders(action), RegionId });
      expect(refused).toMatchObject({ status: 400, code: 'MissingParameter' });
      expect(refused.message).toContain('"RegionId"');
    }
  });

  it.each(actions)('ENI-8 %s with one that does not exist', async (action) => {
    const refused = await account.refused('Ecs', action, { ...placeholders(action), RegionId: 'cn-nowhere' });
    expect(refused).toMatchObject({ status: 404, code: 'InvalidRegionId.NotFound' });
    expect(refused.message).toContain('"cn-nowhere"');
  });

  it.each(['DescribeNetworkInterfaces', 'DescribeNetworkInterfaceAttribute'])(
    'ENI-8 %s with one that is malformed',
    async (action) => {
      const refused = await account.refused('Ecs', action, { ...placeholders(action), RegionId: 'Hangzhou!' });
      expect(refused).toMatchObject({ status: 400, code: 'InvalidRegionId.MalFormed' });
    },
  );

  it.each(actions)('ENI-9 %s in one that offers no network interfaces', async (action) => {
    const restricted = localyun.account();
    const { accessKeyId } = restricted;
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, regionsWithoutNetworkInterfaces: [region] }] });
    const refused = await restricted.refused('Ecs', action, placeholders(action));
    const status = action.endsWith('Ipv6Addresses') ? 403 : 400;
    expect(refused).toMatchObject({ status, code: 'Forbidden.RegionId' });
    const elsewhere = await restricted.call('Ecs', action, { ...placeholders(action), RegionId: 'cn-beijing' });
    expect(elsewhere.text).not.toContain('Forbidden.RegionId');
  });
});

describe('what one cannot see', () => {
  const single = actions.filter((action) => placeholders(action).NetworkInterfaceId === 'eni-none');

  it.each(single)('ENI-11 %s on a network interface of another account', async (action) => {
    const target = await newInterface();
    const stranger = localyun.account();
    const InstanceId = await stranger.runInstance(await stranger.network());
    const refused = await stranger.refused('Ecs', action, { ...placeholders(action), ...target, InstanceId });
    expect(refused).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    const [still] = await listed({ NetworkInterfaceId: [target.NetworkInterfaceId] });
    expect(still?.Status).toBe('Available');
  });

  it.each(single)('ENI-12 %s on a network interface of another region', async (action) => {
    const target = await newInterface();
    const elsewhere = { ...placeholders(action), ...target, RegionId: 'cn-beijing' };
    const refused = await account.refused('Ecs', action, elsewhere);
    expect(refused).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('ENI-11 ENI-12 is not listed either', async () => {
    const { NetworkInterfaceId } = await newInterface();
    const query = { NetworkInterfaceId: [NetworkInterfaceId] };
    expect(await listed(query)).toHaveLength(1);
    expect(await listed({ ...query, RegionId: 'cn-beijing' })).toEqual([]);
    const stranger = localyun.account();
    const answer = await stranger.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: region, ...query });
    expect(answer).toMatchObject({ TotalCount: 0, NetworkInterfaceSets: { NetworkInterfaceSet: [] } });
  });
});

describe('who calls', () => {
  it('ENI-13 a RAM user whom no policy allows it is refused, and nothing changes', async () => {
    const owner = localyun.account();
    const own = await owner.network();
    const made = await owner.createNetworkInterface(own);
    const key = { accessKeyId: `${owner.accessKeyId}-dora`, accessKeySecret: 'dora-secret' };
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: owner.accessKeyId, ramUsers: [{ userName: 'dora', ...key }] }],
    });
    const all = () => owner.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: region });
    const { RequestId: _before, ...before } = await all();
    for (const action of actions) {
      const parameters = {
        ...placeholders(action),
        NetworkInterfaceId: made.NetworkInterfaceId,
        VSwitchId: own.vSwitchId,
        SecurityGroupId: own.securityGroupId,
      };
      const answer = await callWith(localyun.port, key, 'Ecs', action, parameters);
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text).Code).toMatch(/^(Forbidden\.RAM|Forbidden\.SubUser|Forbbiden\.SubUser)$/);
    }
    await localyun.advance(10_000);
    const { RequestId: _after, ...after } = await all();
    expect(after).toEqual(before);
  });

  it.each(actions)('ENI-14 %s by accounts that are barred, before any parameter is looked at', async (action) => {
    const [unsupported, closed, rootOnly] = [localyun.account(), localyun.account(), localyun.account()];
    const user = { accessKeyId: `${rootOnly.accessKeyId}-erin`, accessKeySecret: 'erin-secret' };
    await localyun.server.levers.seed({
      accounts: [
        { accessKeyId: unsupported.accessKeyId, userTypeSupported: false },
        { accessKeyId: closed.accessKeyId, active: false },
        { accessKeyId: rootOnly.accessKeyId, ramSupported: false, ramUsers: [{ userName: 'erin', ...user }] },
      ],
    });
    for (const [key, code] of [
      [keyOf(unsupported), 'InvalidUserType.NotSupported'],
      [keyOf(closed), 'Abs.InvalidAccount.NotFound'],
      // Spelt like this in the published tables of the operations on IPv6 addresses.
      [user, action.endsWith('Ipv6Addresses') ? 'Forbedden.NotSupportRAM' : 'Forbidden.NotSupportRAM'],
    ] as const) {
      const answer = await callWith(localyun.port, key, 'Ecs', action, {});
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text).Code).toBe(code);
    }
    expect((await rootOnly.refused('Ecs', action, {})).code).toBe('MissingParameter');
  });
});
