import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../support/localyun.ts';
import type { Product } from '../../support/signed-client.ts';
import type { TestAccount } from '../../support/test-account.ts';

// The official JavaScript clients only read JSON; what asks for XML is older, or curl.
const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true });
const region = { RegionId: 'cn-hangzhou' };

/** A JSON value as the parser gives it back from XML: text at the leaves, and no list of one or none. */
function asXmlTells(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 1 ? asXmlTells(value[0]) : value.map(asXmlTells);
  const fields = Object.entries(value).filter(([, field]) => !(Array.isArray(field) && field.length === 0));
  return fields.length === 0 ? '' : Object.fromEntries(fields.map(([name, field]) => [name, asXmlTells(field)]));
}

describe('XML answers', () => {
  const localyun = startTestLocalyun();
  let account: TestAccount;
  beforeAll(async () => {
    account = localyun.account();
    const network = await account.network();
    const instanceId = await account.runInstance(network);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, {
      SecondaryPrivateIpAddressCount: 2,
      Description: '<a href="x">&amp; \'tags\'</a> ünïcode',
      Tag: [{ Key: 'k', Value: 'a < b' }],
    });
    const attachment = { ...region, NetworkInterfaceId, InstanceId: instanceId };
    await account.ok('Ecs', 'AttachNetworkInterface', attachment);
    await localyun.advance(5_000);
  });

  it.each<[Product, string, object]>([
    ['Ecs', 'DescribeNetworkInterfaces', region],
    ['Ecs', 'DescribeInstances', region],
    ['Ecs', 'DescribeSecurityGroups', region],
    ['Ecs', 'DescribeInstanceTypes', { InstanceTypes: ['ecs.g6.large', 'ecs.g6.xlarge'] }],
    ['Ecs', 'DescribeRegions', {}],
    ['Ecs', 'DescribeZones', region],
    ['Ecs', 'ListTagResources', { ...region, ResourceType: 'eni', Tag: [{ Key: 'k' }] }],
    ['Vpc', 'DescribeVpcs', region],
    ['Vpc', 'DescribeVSwitches', region],
    ['Vpc', 'DescribeRouteTableList', region],
    ['Vpc', 'DescribeEipAddresses', region],
    ['Sts', 'GetCallerIdentity', {}],
  ])('%s.%s says in XML what it says in JSON', async (product, action, parameters) => {
    const { RequestId: _, ...json } = await account.ok(product, action, { ...parameters });
    const answer = await account.call(product, action, { ...parameters }, 'XML');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/xml;charset=utf-8');
    const { [`${action}Response`]: body, ...otherRoots } = parser.parse(answer.text);
    expect(otherRoots).toEqual({});
    const { RequestId, ...xml } = body;
    expect(RequestId).toBe(answer.headers['x-acs-request-id']);
    expect(xml).toEqual(asXmlTells(json));
  });

  it('a refusal has the root Error and the same fields', async () => {
    const unknown = { ...region, NetworkInterfaceId: 'eni-<&>' };
    const {
      RequestId: _,
      Recommend: __,
      ...json
    } = JSON.parse((await account.call('Ecs', 'DeleteNetworkInterface', unknown)).text);
    const answer = await account.call('Ecs', 'DeleteNetworkInterface', unknown, 'XML');
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'text/xml;charset=utf-8' } });
    const { RequestId, Recommend, ...xml } = parser.parse(answer.text).Error;
    expect(RequestId).toBe(answer.headers['x-acs-request-id']);
    expect(Recommend).toContain(RequestId);
    expect(xml).toEqual(json);
    expect(xml).toMatchObject({ Code: 'InvalidParams.EniId', HostId: `127.0.0.1:${localyun.port}` });
  });
});
