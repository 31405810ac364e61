import { setTimeout as sleep } from 'node:timers/promises';
import Ecs from '@alicloud/ecs20140526';
import Vpc from '@alicloud/vpc20160428';

const endpoint = process.env.LOCALYUN_ENDPOINT ?? '127.0.0.1:20140';
const config = { accessKeyId: 'localyun', accessKeySecret: 'localyun', protocol: 'http', endpoint };
const [ecs, vpc] = [new Ecs.default(config), new Vpc.default(config)];
const regionId = 'cn-hangzhou';

const { vpcId } = (await vpc.createVpc(new Vpc.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8' }))).body;
await sleep(1_000); // until the VPC is Available
const where = { regionId, vpcId, zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.0.0/24' };
const { vSwitchId } = (await vpc.createVSwitch(new Vpc.CreateVSwitchRequest(where))).body;
const group = new Ecs.CreateSecurityGroupRequest({ regionId, vpcId });
const { securityGroupId } = (await ecs.createSecurityGroup(group)).body;
await sleep(1_000); // until the vSwitch is Available

const wanted = new Ecs.CreateNetworkInterfaceRequest({ regionId, vSwitchId, securityGroupId });
const { networkInterfaceId, privateIpAddress } = (await ecs.createNetworkInterface(wanted)).body;
console.log(`${networkInterfaceId} has the address ${privateIpAddress}`);

await ecs.deleteNetworkInterface(new Ecs.DeleteNetworkInterfaceRequest({ regionId, networkInterfaceId }));
const list = new Ecs.DescribeNetworkInterfacesRequest({ regionId, networkInterfaceId: [networkInterfaceId] });
let found;
do {
  [found] = (await ecs.describeNetworkInterfaces(list)).body.networkInterfaceSets.networkInterfaceSet;
  console.log(found?.status ?? 'gone');
  await sleep(300);
} while (found);

await ecs.deleteSecurityGroup(new Ecs.DeleteSecurityGroupRequest({ regionId, securityGroupId }));
await vpc.deleteVSwitch(new Vpc.DeleteVSwitchRequest({ regionId, vSwitchId }));
await vpc.deleteVpc(new Vpc.DeleteVpcRequest({ regionId, vpcId }));
