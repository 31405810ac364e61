import type { Cloud } from '../api/use-cloud.ts';
import { rowsAt, textAt } from './row.ts';

const retryMs = 300;
const maxTries = 40;

/** Makes a VPC with a vSwitch, a security group and a network interface. @throws ApiError, ControlError, Error */
export async function makeSmallNetwork(cloud: Cloud): Promise<void> {
  const zones = await cloud.call('Ecs', 'DescribeZones');
  const ZoneId = textAt(zones, 'Zones.Zone.ZoneId');
  const vpc = await cloud.call('Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8', VpcName: 'small-network' });
  const VpcId = textAt(vpc, 'VpcId');
  await untilAvailable(cloud, 'DescribeVpcs', { VpcId }, 'Vpcs.Vpc');
  const vSwitch = await cloud.call('Vpc', 'CreateVSwitch', { VpcId, ZoneId, CidrBlock: '10.0.0.0/24' });
  const VSwitchId = textAt(vSwitch, 'VSwitchId');
  const group = await cloud.call('Ecs', 'CreateSecurityGroup', { VpcId, SecurityGroupName: 'small-network' });
  const SecurityGroupId = textAt(group, 'SecurityGroupId');
  await untilAvailable(cloud, 'DescribeVSwitches', { VSwitchId }, 'VSwitches.VSwitch');
  await cloud.call('Ecs', 'CreateNetworkInterface', { VSwitchId, SecurityGroupId });
}

async function untilAvailable(
  cloud: Cloud,
  action: string,
  id: Readonly<Record<string, string>>,
  rows: string,
): Promise<void> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [row] = rowsAt(await cloud.call('Vpc', action, id), rows);
    if (textAt(row, 'Status') === 'Available') return;
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
  const [what] = Object.values(id);
  throw new Error(`${what} does not become Available: does the clock stand still? The page Levers moves it.`);
}
