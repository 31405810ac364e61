import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { productSources } from '../../tools/contracts/products.ts';
import { generateContracts, staleFiles } from '../../tools/generate-contracts.ts';
import type { Contract, ObjectShape, Shape } from './contract.ts';
import { findContract, findProduct, findProductName } from './load.ts';

const ecs = '2014-05-26';
const versions = [ecs, '2016-04-28', '2015-05-01', '2015-04-01', '2020-03-31', '2017-12-14'];

function ecsContract(action: string): Contract {
  const contract = findContract(ecs, action);
  if (!contract) throw new Error(`no contract ${action}`);
  return contract;
}

describe('what is checked in', () => {
  it('is what the installed SDK packages and the implemented operations give (else: npx tsx tools/generate-contracts.ts)', () => {
    expect(staleFiles(generateContracts()).map(({ path }) => path)).toEqual([]);
  });

  it('is found under the version written in it, for every generated product', () => {
    const found = versions.map((version) => findProduct(version));
    expect(found.map((contracts) => contracts?.version)).toEqual(versions);
    expect(found.map((contracts) => contracts?.product)).toEqual(productSources.map(({ product }) => product));
    expect(versions.map(findProductName)).toEqual(productSources.map(({ product }) => product));
  });

  it('has the hand-written contracts of a product that no package describes', () => {
    expect(findProductName('2015-06-12')).toBe('Location');
    expect(findContract('2015-06-12', 'DescribeEndpoints')?.required).toEqual(['Id', 'ServiceCode']);
  });

  it('answers RequestId in every operation and requires only parameters that exist', () => {
    for (const version of [...versions, '2015-06-12']) {
      for (const [action, contract] of Object.entries(findProduct(version)?.operations ?? {})) {
        expect(contract.response, action).toHaveProperty('RequestId', 'string');
        expect(Object.keys(contract.parameters), action).toEqual(expect.arrayContaining([...contract.required]));
      }
    }
  });
});

describe('the contracts of network interface operations', () => {
  it('DeleteNetworkInterface takes an id and a region, both required, and answers a request id', () => {
    expect(ecsContract('DeleteNetworkInterface')).toEqual({
      parameters: { NetworkInterfaceId: 'string', RegionId: 'string' },
      required: ['NetworkInterfaceId', 'RegionId'],
      response: { RequestId: 'string' },
    });
  });

  it('CreateNetworkInterface takes scalars, lists, lists of objects and objects', () => {
    const { parameters, required } = ecsContract('CreateNetworkInterface');
    expect(required).toEqual(['RegionId', 'VSwitchId']);
    expect(parameters).toMatchObject({
      DeleteOnRelease: 'boolean',
      EnablePrimaryIPv6: 'boolean',
      Ipv6AddressCount: 'number',
      PrimaryIpAddress: 'string',
      SecurityGroupIds: ['string'],
      Tag: [{ Key: 'string', Value: 'string' }],
      ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 'number' },
    });
    expect(Object.keys(parameters)).not.toContain('ResourceOwnerAccount');
  });

  it('DescribeNetworkInterfaces answers lists in one-key wrappers', () => {
    expect(ecsContract('DescribeNetworkInterfaces').response).toMatchObject({
      NetworkInterfaceSets: {
        NetworkInterfaceSet: [
          {
            SecurityGroupIds: { SecurityGroupId: ['string'] },
            PrivateIpSets: { PrivateIpSet: [{ PrivateIpAddress: 'string', Primary: 'boolean' }] },
            Tags: { Tag: [{ TagKey: 'string', TagValue: 'string' }] },
          },
        ],
      },
      NextToken: 'string',
      TotalCount: 'number',
    });
  });

  it('finds required parameters where the SDK file is named in another letter case than its class', () => {
    expect(ecsContract('EnableNetworkInterfaceQoS').required).toEqual(['NetworkInterfaceId', 'RegionId']);
  });
});

describe('the contracts of other operations', () => {
  it('RunInstances has lists inside the objects of a list', () => {
    expect(ecsContract('RunInstances').parameters).toMatchObject({
      NetworkInterface: [{ SecurityGroupIds: ['string'], Ipv6Address: ['string'], VSwitchId: 'string' }],
    });
  });

  it('DescribeInstances.InstanceIds is a plain text, not a list', () => {
    expect(ecsContract('DescribeInstances').parameters.InstanceIds).toBe('string');
  });

  it('marks parameters that clients pack into one text', () => {
    expect(ecsContract('InvokeCommand').parameters.Parameters).toBe('json');
    expect(findContract('2016-04-28', 'GrantInstanceToVbr')?.parameters.VbrInstanceIds).toBe('comma');
  });

  it('keeps the twelve ECS response fields that begin in lower case', () => {
    const operations = Object.entries(findProduct(ecs)?.operations ?? {});
    const lowerCase = operations.flatMap(([action, { response }]) =>
      lowerCaseFields(response).map((field) => `${action} ${field}`),
    );
    expect(lowerCase.sort()).toEqual([
      'DeleteLaunchTemplate versionNumbers',
      'DescribeCapacityReservations zoneId',
      'DescribeElasticityAssurances zoneId',
      'DescribeHaVips associatedEipAddresse',
      'DescribeHaVips associatedInstance',
      'DescribeRecommendInstanceType zone',
      'DescribeZones supportedDataDiskCategory',
      'DescribeZones supportedInstanceGeneration',
      'DescribeZones supportedInstanceType',
      'DescribeZones supportedInstanceTypeFamily',
      'DescribeZones supportedNetworkCategory',
      'DescribeZones supportedSystemDiskCategory',
    ]);
  });

  it('leaves open what the official description leaves open', () => {
    const bss = '2017-12-14';
    expect(findContract(bss, 'QueryUserOmsData')?.response).toMatchObject({ Data: { OmsData: ['any'] } });
    expect(findContract(bss, 'CreateSavingsPlansInstance')?.parameters.ExtendMap).toBe('json');
  });

  it('GetCallerIdentity takes nothing', () => {
    expect(findContract('2015-04-01', 'GetCallerIdentity')).toMatchObject({ parameters: {}, required: [] });
  });
});

describe('findContract', () => {
  it.each([
    ['an unknown version', '2014-05-27', 'DeleteNetworkInterface'],
    ['an operation of another product', '2016-04-28', 'DeleteNetworkInterface'],
    ['another letter case', ecs, 'deleteNetworkInterface'],
    ['a name every object has', ecs, 'constructor'],
    ['the prototype', ecs, '__proto__'],
    ['nothing', '', ''],
  ])('finds nothing for %s', (_, version, action) => {
    expect(findContract(version, action)).toBeUndefined();
  });
});

describe('a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-contracts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names products without data, and reads contracts from the copy of data/ beside it', async () => {
    const outfile = join(folder, 'bundle.mjs');
    const entry = fileURLToPath(new URL('./load.ts', import.meta.url));
    await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node' });
    const bundled: typeof import('./load.ts') = await import(pathToFileURL(outfile).href);

    expect(bundled.findProductName(ecs)).toBe('Ecs');
    expect(() => bundled.findProduct(ecs)).toThrow(join(folder, 'data', 'ecs.json'));

    cpSync(fileURLToPath(new URL('./data', import.meta.url)), join(folder, 'data'), { recursive: true });
    expect(bundled.findContract(ecs, 'DeleteNetworkInterface')).toEqual(ecsContract('DeleteNetworkInterface'));
  });
});

function lowerCaseFields(shape: Shape): string[] {
  if (typeof shape === 'string') return [];
  if (isItems(shape)) return lowerCaseFields(shape[0]);
  return Object.entries(shape satisfies ObjectShape).flatMap(([name, child]) => [
    ...(/^[a-z]/.test(name) ? [name] : []),
    ...lowerCaseFields(child),
  ]);
}

function isItems(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
