import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { formatAddress } from '../../vpc/vswitch/address-range.ts';
import { findVSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { groupsToJoin } from '../security-group/membership.ts';
import { checkTags } from '../tag/tags.ts';
import { checkConnectionTracking } from './connection-tracking.ts';
import { makeNetworkInterface } from './creation.ts';
import { checkTraffic, requestedTraffic } from './requested-traffic.ts';
import { description, networkInterfaceName, oneOf } from './rules.ts';

/** Creates a secondary or trunk network interface; it is Available when the call returns (ENI-15..51). */
export const createNetworkInterface = operation('Ecs', 'CreateNetworkInterface', {
  networkInterfaces: true,
  rules: {
    NetworkInterfaceName: networkInterfaceName,
    Description: description,
    InstanceType: oneOf('Secondary', 'Trunk'),
    Tag: (tags) => checkTags(tags),
    ConnectionTrackingConfiguration: checkConnectionTracking,
  },

  check(parameters) {
    const { SecurityGroupId, SecurityGroupIds, PrivateIpAddress, SecondaryPrivateIpAddressCount } = parameters;
    if (SecurityGroupId !== undefined && SecurityGroupIds.length > 0) {
      return refuse('InvalidParameter.Conflict', { first: 'SecurityGroupId', second: 'SecurityGroupIds.N' });
    }
    if (SecurityGroupId === undefined && SecurityGroupIds.length === 0) {
      return refuse('MissingParameter', { name: 'SecurityGroupId' });
    }
    if (PrivateIpAddress.length > 0 && SecondaryPrivateIpAddressCount !== undefined) {
      return refuse('InvalidParameter.Conflict', {
        first: 'PrivateIpAddress.N',
        second: 'SecondaryPrivateIpAddressCount',
      });
    }
    const prefixes = parameters.Ipv4Prefix.length > 0 || parameters.Ipv4PrefixCount !== undefined;
    if (prefixes && (PrivateIpAddress.length > 0 || SecondaryPrivateIpAddressCount !== undefined)) {
      return refuse('InvalidParameter.Conflict', { first: 'Ipv4Prefix', second: 'PrivateIpAddress' });
    }
    if (SecondaryPrivateIpAddressCount !== undefined && SecondaryPrivateIpAddressCount < 1) {
      const value = String(SecondaryPrivateIpAddressCount);
      return refuse('InvalidParameter', { name: 'SecondaryPrivateIpAddressCount', value });
    }
    return checkTraffic(parameters);
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, quota } = context;
    const vSwitch = await findVSwitch(tx, accountId, regionId, parameters.VSwitchId);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id: parameters.VSwitchId });
    if (vSwitch.status !== 'Available') {
      return refuse('IncorrectVSwitchStatus', { id: vSwitch.vSwitchId, status: vSwitch.status });
    }
    const noResourceGroup = await checkResourceGroup(context, parameters.ResourceGroupId);
    if (noResourceGroup) return noResourceGroup;
    const { SecurityGroupId, SecurityGroupIds } = parameters;
    const groupIds = SecurityGroupId === undefined ? SecurityGroupIds : [SecurityGroupId];
    const groups = await groupsToJoin(context, groupIds, vSwitch.vpcId);
    if (isRefusal(groups)) return groups;
    const wantsIpv6 = parameters.Ipv6AddressCount ?? parameters.Ipv6PrefixCount;
    if (wantsIpv6 !== undefined || parameters.Ipv6Address.length > 0 || parameters.Ipv6Prefix.length > 0) {
      return refuse('InvalidVSwitch.Ipv6NotTurnOn', { vSwitchId: vSwitch.vSwitchId });
    }
    const limit = quota('secondary-private-addresses-at-creation');
    const count = parameters.SecondaryPrivateIpAddressCount ?? parameters.PrivateIpAddress.length;
    if (count > limit) return refuse('MaxEniPrivateIpsCountExceeded', { count, limit });
    const made = await makeNetworkInterface(context, {
      vSwitch,
      groups,
      type: parameters.InstanceType === 'Trunk' ? 'Trunk' : 'Secondary',
      name: parameters.NetworkInterfaceName,
      description: parameters.Description,
      primaryIpAddress: parameters.PrimaryIpAddress,
      secondaryAddresses: parameters.PrivateIpAddress,
      secondaryAddressCount: parameters.SecondaryPrivateIpAddressCount,
      ...requestedTraffic(parameters),
      deleteOnRelease: parameters.DeleteOnRelease,
      sourceDestCheck: parameters.SourceDestCheck,
      tcpEstablishedTimeout: parameters.ConnectionTrackingConfiguration?.TcpEstablishedTimeout,
      tcpClosedAndTimeWaitTimeout: parameters.ConnectionTrackingConfiguration?.TcpClosedAndTimeWaitTimeout,
      udpTimeout: parameters.ConnectionTrackingConfiguration?.UdpTimeout,
      resourceGroupId: parameters.ResourceGroupId,
      tags: parameters.Tag,
    });
    if (isRefusal(made)) return made;
    const { eni, addresses } = made;
    return {
      NetworkInterfaceId: eni.networkInterfaceId,
      NetworkInterfaceName: eni.networkInterfaceName,
      Description: eni.description,
      Status: eni.status,
      Type: eni.type,
      VpcId: eni.vpcId,
      VSwitchId: eni.vSwitchId,
      ZoneId: eni.zoneId,
      MacAddress: eni.macAddress,
      OwnerId: eni.accountId,
      ResourceGroupId: eni.resourceGroupId,
      ServiceManaged: false,
      SourceDestCheck: eni.sourceDestCheck === 1,
      PrivateIpAddress: formatAddress(addresses[0] ?? 0),
      PrivateIpSets: {
        PrivateIpSet: addresses.map((address, position) => ({
          Primary: position === 0,
          PrivateIpAddress: formatAddress(address),
        })),
      },
      SecurityGroupIds: { SecurityGroupId: groups.map((group) => group.securityGroupId) },
      Tags: { Tag: parameters.Tag.map(({ Key, Value = '' }) => ({ TagKey: Key, TagValue: Value })) },
    };
  },
});
