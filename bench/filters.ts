/**
 * Measures DescribeNetworkInterfaces by each filter while more and more interfaces do not match: the ratio says how much
 * dearer a request is at the largest size than at the smallest.
 *
 *     npm run bench:filters                     100, 10,000 and 100,000 interfaces
 *     npm run bench:filters -- --sizes 100,1000
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Parameters } from '../test/support/signed-client.ts';
import { load } from './load.ts';
import { startProcess } from './processes.ts';
import { signedRequest } from './requests.ts';

const { values: flags } = parseArgs({ options: { sizes: { type: 'string', default: '100,10000,100000' } } });
const sizes = flags.sizes.split(',').map(Number);
const RegionId = 'cn-hangzhou';
const requestsEach = 300;

const folder = mkdtempSync(join(tmpdir(), 'localyun-filters-'));
const seedFile = join(folder, 'seed.yaml');
writeFileSync(
  seedFile,
  `accounts:
  - accessKeyId: localyun
    quotas: { network-interfaces: 10000000, private-addresses-per-basic-security-group: 10000000 }
`,
);
const localyun = await startProcess([
  'dist/cli.js',
  'start',
  '--port',
  '0',
  '--transitions',
  'instant',
  '--seed',
  seedFile,
  '--data-dir',
  join(folder, 'state'),
]);
const p50Ms = new Map<string, number[]>();
try {
  const crowd = await makeNetwork('10.0.0.0/8', ['10.0.0.0/16', '10.1.0.0/16']);
  const few = await makeNetwork('172.16.0.0/12', ['172.16.0.0/24']);
  const wanted = await ask('Ecs', 'CreateNetworkInterface', {
    ...few.create(),
    NetworkInterfaceName: 'wanted',
    PrimaryIpAddress: '172.16.0.77',
    PrivateIpAddress: ['172.16.0.78'],
    Tag: [{ Key: 'wanted', Value: 'yes' }],
  });
  const { InstanceIdSets } = await ask('Ecs', 'RunInstances', {
    ...few.create(),
    InstanceType: 'ecs.g6.xlarge',
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
  });
  const [instanceId] = (InstanceIdSets as { InstanceIdSet: string[] }).InstanceIdSet;
  const filters: Readonly<Record<string, Parameters>> = {
    NetworkInterfaceId: { NetworkInterfaceId: [wanted.NetworkInterfaceId] },
    InstanceId: { InstanceId: instanceId },
    'Status=InUse': { Status: 'InUse' },
    'Status=Attaching': { Status: 'Attaching' },
    'Type=Primary': { Type: 'Primary' },
    NetworkInterfaceName: { NetworkInterfaceName: 'wanted' },
    PrimaryIpAddress: { PrimaryIpAddress: '172.16.0.77' },
    PrivateIpAddress: { PrivateIpAddress: ['172.16.0.78'] },
    VSwitchId: { VSwitchId: few.vSwitchIds[0] },
    VpcId: { VpcId: few.vpcId },
    SecurityGroupId: { SecurityGroupId: few.securityGroupId },
    ServiceManaged: { ServiceManaged: true },
    ResourceGroupId: { ResourceGroupId: 'rg-none' },
    Tag: { Tag: [{ Key: 'wanted', Value: 'yes' }] },
  };
  let made = 0;
  for (const size of sizes) {
    await load(
      localyun.port,
      Array.from({ length: size - made }, () => signedRequest('Ecs', 'CreateNetworkInterface', crowd.create())),
      32,
    );
    made = size;
    for (const [name, filter] of Object.entries(filters)) {
      const requests = Array.from({ length: requestsEach }, () =>
        signedRequest('Ecs', 'DescribeNetworkInterfaces', { RegionId, ...filter }),
      );
      const result = await load(localyun.port, requests, 1);
      if (result.failures > 0) throw new Error(`${name} was refused`);
      p50Ms.set(name, [...(p50Ms.get(name) ?? []), result.p50Ms]);
    }
  }
  console.log(
    ['p50 ms by filter'.padEnd(24), ...sizes.map((size) => String(size).padStart(10)), 'ratio'.padStart(10)].join(''),
  );
  for (const [name, figures] of p50Ms) {
    const ratio = (figures.at(-1) ?? 0) / (figures[0] ?? 1);
    console.log(
      [name.padEnd(24), ...figures.map((figure) => figure.toFixed(2).padStart(10)), ratio.toFixed(2).padStart(10)].join(
        '',
      ),
    );
  }
} finally {
  await localyun.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function ask(product: 'Ecs' | 'Vpc', action: string, parameters: Parameters): Promise<Record<string, unknown>> {
  const { bodies, failures } = await load(localyun.port, [signedRequest(product, action, parameters)], 1, true);
  if (failures > 0) throw new Error(`${action} was refused: ${bodies[0]}`);
  return JSON.parse(bodies[0] ?? '');
}

async function makeNetwork(vpcBlock: string, blocks: readonly string[]) {
  const { VpcId } = await ask('Vpc', 'CreateVpc', { RegionId, CidrBlock: vpcBlock });
  const vSwitchIds: unknown[] = [];
  for (const CidrBlock of blocks) {
    const { VSwitchId } = await ask('Vpc', 'CreateVSwitch', { RegionId, VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock });
    vSwitchIds.push(VSwitchId);
  }
  const { SecurityGroupId } = await ask('Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
  await ask('Ecs', 'DescribeRegions', {});
  let turn = 0;
  return {
    vpcId: VpcId,
    securityGroupId: SecurityGroupId,
    vSwitchIds,
    create: () => ({ RegionId, VSwitchId: vSwitchIds[turn++ % vSwitchIds.length], SecurityGroupId }),
  };
}
