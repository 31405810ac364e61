import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameters, Product } from '../test/support/signed-client.ts';
import { load } from './load.ts';
import { signedRequest } from './requests.ts';

export const regionId = 'cn-hangzhou';

/** Writes a seed that lifts the quotas that a measurement would meet; answers its file. */
export function writeSeed(folder: string): string {
  const file = join(folder, 'seed.yaml');
  const quotas = [
    'network-interfaces: 10000000',
    'private-addresses-per-basic-security-group: 10000000',
    'v-switches-per-vpc: 1000',
    'security-groups: 1000',
  ];
  writeFileSync(file, `accounts:\n  - accessKeyId: localyun\n    quotas: { ${quotas.join(', ')} }\n`);
  return file;
}

/** One signed call, which must succeed. */
export async function ask(
  port: number,
  product: Product,
  action: string,
  parameters: Parameters,
): Promise<Record<string, unknown>> {
  const { bodies, failures } = await load(port, [signedRequest(product, action, parameters)], 1, true);
  if (failures > 0) throw new Error(`${action} was refused: ${bodies[0]}`);
  return JSON.parse(bodies[0] ?? '');
}

/** A VPC with vSwitches of 65,000 addresses each, and security groups. */
export async function makeNetwork(port: number, counts: { readonly vSwitches: number; readonly groups: number }) {
  const RegionId = regionId;
  const { VpcId } = await ask(port, 'Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' });
  const vSwitchIds: string[] = [];
  for (let n = 0; n < counts.vSwitches; n += 1) {
    const parameters = { RegionId, VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: `10.${n}.0.0/16` };
    vSwitchIds.push(String((await ask(port, 'Vpc', 'CreateVSwitch', parameters)).VSwitchId));
  }
  const securityGroupIds: string[] = [];
  for (let n = 0; n < counts.groups; n += 1) {
    const { SecurityGroupId } = await ask(port, 'Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
    securityGroupIds.push(String(SecurityGroupId));
  }
  // What was begun is finished by the next call.
  await ask(port, 'Ecs', 'DescribeRegions', {});
  return { vSwitchIds, securityGroupIds };
}
