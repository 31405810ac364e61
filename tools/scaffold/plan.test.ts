import { describe, expect, it } from 'vitest';
import type { Contract, ProductContracts } from '../../src/contracts/contract.ts';
import { planOperation, type Situation, type Wanted } from './plan.ts';

const needs = (...required: string[]): Contract => ({ parameters: {}, required, response: { RequestId: 'string' } });
const products: readonly ProductContracts[] = [
  {
    product: 'Ecs',
    version: '2014-05-26',
    operations: {
      DeleteNetworkInterface: needs('RegionId', 'NetworkInterfaceId'),
      ModifyNetworkInterfaceAttribute: needs('RegionId', 'NetworkInterfaceId'),
      AssignPrivateIpAddresses: needs('NetworkInterfaceId', 'RegionId'),
      DescribeEniMonitorData: needs('InstanceId'),
      DescribeInstanceTypes: needs(),
      DescribeInstances: needs(),
      ListTagResources: needs(),
      DescribeKeyPairs: needs(),
    },
  },
  { product: 'Vpc', version: '2016-04-28', operations: { ModifyVSwitchAttribute: needs(), ListTagResources: needs() } },
  { product: 'Sts', version: '2015-04-01', operations: { AssumeRole: needs() } },
  { product: 'Ram', version: '2015-05-01', operations: { CreateUser: needs('UserName') } },
];
const situation: Situation = {
  products,
  implemented: [
    { path: 'ecs/network-interface/delete-network-interface.ts', product: 'Ecs', action: 'DeleteNetworkInterface' },
    { path: 'ecs/instance/run-instances.ts', product: 'Ecs', action: 'RunInstances' },
    { path: 'ecs/instance-type/x.ts', product: 'Ecs', action: 'X' },
    { path: 'ecs/tag/tag-resources.ts', product: 'Ecs', action: 'TagResources' },
    { path: 'vpc/vswitch/create-v-switch.ts', product: 'Vpc', action: 'CreateVSwitch' },
    { path: 'vpc/vpc/create-vpc.ts', product: 'Vpc', action: 'CreateVpc' },
    { path: 'sts/get-caller-identity.ts', product: 'Sts', action: 'GetCallerIdentity' },
  ],
  fileExists: (path) => path === 'ecs/instance/describe-instances.test.ts',
};

const pathOf = (wanted: Wanted) => {
  const plan = planOperation(wanted, situation);
  return typeof plan === 'string' ? plan : plan.path;
};

describe('the folder', () => {
  it.each([
    ['ModifyNetworkInterfaceAttribute', 'ecs/network-interface/modify-network-interface-attribute'],
    ['AssignPrivateIpAddresses', 'ecs/network-interface/assign-private-ip-addresses'],
    ['DescribeEniMonitorData', 'ecs/network-interface/describe-eni-monitor-data'],
    ['DescribeInstanceTypes', 'ecs/instance-type/describe-instance-types'],
    ['ModifyVSwitchAttribute', 'vpc/vswitch/modify-v-switch-attribute'],
    ['AssumeRole', 'sts/assume-role'],
    ['DescribeKeyPairs', 'ecs/key-pair/describe-key-pairs'],
    ['CreateUser', 'ram/user/create-user'],
  ])('of %s is told from its name, or from the id it requires', (action, path) => {
    expect(pathOf({ action })).toBe(path);
  });

  it('can be given, below that of the product', () => {
    expect(pathOf({ action: 'DescribeKeyPairs', folder: 'ecs/pair' })).toBe('ecs/pair/describe-key-pairs');
    expect(pathOf({ action: 'DescribeKeyPairs', folder: 'vpc/pair' })).toContain('below ecs/');
  });
});

describe('there is no plan for', () => {
  it('an unknown action; similar ones are named', () => {
    expect(pathOf({ action: 'ModifyNetworkInterface' })).toMatch(/did you mean ModifyNetworkInterfaceAttribute/);
    expect(pathOf({ action: 'Xyzzy' })).toBe('no product has an operation Xyzzy');
  });

  it('an action of several products, until one is named', () => {
    expect(pathOf({ action: 'ListTagResources' })).toContain('--product Ecs or Vpc');
    expect(pathOf({ action: 'ListTagResources', product: 'Ecs' })).toBe('ecs/tag/list-tag-resources');
  });

  it('an unknown product, and an action of another', () => {
    expect(pathOf({ action: 'AssumeRole', product: 'Oss' })).toContain('there is no product Oss');
    expect(pathOf({ action: 'AssumeRole', product: 'Ecs' })).toContain('but of Sts');
  });

  it('what is there already', () => {
    expect(pathOf({ action: 'DeleteNetworkInterface' })).toContain(
      'src/ecs/network-interface/delete-network-interface.ts',
    );
    expect(pathOf({ action: 'DescribeInstances' })).toContain('src/ecs/instance/describe-instances.test.ts');
  });
});
