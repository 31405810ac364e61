import { findInstanceType } from '../instance-type/catalogue.ts';
import type { AttachingInstance } from './attaching-instance.ts';
import type { NetworkInterface } from './network-interface.ts';

/** A secondary network interface that is Available, but for what is said otherwise. */
export function networkInterface(more: Partial<NetworkInterface> = {}): NetworkInterface {
  return {
    networkInterfaceId: 'eni-1',
    accountId: '1000000000000001',
    regionId: 'cn-hangzhou',
    vpcId: 'vpc-1',
    vSwitchId: 'vsw-1',
    zoneId: 'cn-hangzhou-h',
    type: 'Secondary',
    status: 'Available',
    networkInterfaceName: '',
    description: '',
    macAddress: '00:16:3e:00:00:01',
    instanceId: null,
    networkCardIndex: null,
    trunkNetworkInterfaceId: null,
    deviceIndex: null,
    trafficMode: 'Standard',
    queueNumber: null,
    queuePairNumber: null,
    deleteOnRelease: 1,
    sourceDestCheck: 0,
    serviceId: null,
    slaveCount: 0,
    tcpEstablishedTimeout: 910,
    tcpClosedAndTimeWaitTimeout: 3,
    udpTimeout: 30,
    resourceGroupId: '',
    ipv4PrefixCount: 0,
    ipv6AddressCount: 0,
    ipv6PrefixCount: 0,
    settings: '',
    createdAtMs: 0,
    ...more,
  };
}

/** A running instance of the type, in the VPC and zone of the above. */
export function instanceOf(instanceType: string, more: Partial<AttachingInstance> = {}): AttachingInstance {
  const type = findInstanceType(instanceType);
  if (type === undefined) throw new Error(`there is no ${instanceType}`);
  return {
    ...type,
    instanceType,
    instanceId: 'i-1',
    accountId: '1000000000000001',
    vpcId: 'vpc-1',
    zoneId: 'cn-hangzhou-h',
    status: 'Running',
    ...more,
  };
}
