import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { camelName, snakeMethod, snakeName } from './names.ts';
import { packages } from './packages.ts';
import type { Target } from './sample.ts';
import { filledCalls } from './sampled-calls.fixture.ts';
import { type Typed, type TypedObject, typedRequest } from './typed.ts';

const require = createRequire(import.meta.url);
const target: Target = {
  endpoint: '127.0.0.1:1',
  protocol: 'http',
  regionId: 'cn-hangzhou',
  key: { accessKeyId: 'localyun', accessKeySecret: 'localyun' },
};

interface SdkClass {
  names?(): Readonly<Record<string, string>>;
  readonly prototype: Readonly<Record<string, unknown>>;
}

function objectsIn(value: Typed): readonly TypedObject[] {
  if (value.kind === 'list') return value.items.flatMap(objectsIn);
  return value.kind === 'object' ? [value, ...value.members.flatMap(([, member]) => objectsIn(member))] : [];
}

const products = ['Ecs', 'Vpc', 'Ram', 'Sts', 'ResourceManager', 'BssOpenApi'] as const;

describe('the names of the TypeScript SDK', () => {
  it.each(products)('are those of every operation of %s: methods, classes, fields', (product) => {
    const sdk: Readonly<Record<string, SdkClass>> = require(packages[product].typescript ?? '');
    let fields = 0;
    for (const call of filledCalls(product, target)) {
      const { action } = call.operation;
      expect(sdk.default?.prototype[camelName(action)], action).toBeTypeOf('function');
      const request = typedRequest(call.operation, call.parameters);
      for (const { className, members } of request === undefined ? [] : objectsIn(request)) {
        if (members.length === 0) continue;
        const names = sdk[className]?.names?.();
        expect(names, className).toBeDefined();
        for (const [wireName] of members) {
          expect(names?.[camelName(wireName)], `${className} ${wireName}`).toBe(wireName);
          fields += 1;
        }
      }
    }
    expect(fields).toBeGreaterThan(0);
  });
});

describe('the names of the Python SDK', () => {
  it('break words where it breaks them', () => {
    const fields = ['NetworkInterfaceId', 'VSwitchId', 'SourceVSwitchId', 'Ipv6Address', 'ISP', 'KMSKeyId', 'From'];
    expect(fields.map(snakeName)).toEqual([
      'network_interface_id',
      'v_switch_id',
      'source_vswitch_id',
      'ipv_6address',
      'isp',
      'kmskey_id',
      'from_',
    ]);
    expect(['DescribeVSwitches', 'AssignIpv6Addresses'].map(snakeMethod)).toEqual([
      'describe_vswitches',
      'assign_ipv_6addresses',
    ]);
  });
});
