import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { formatAddress } from '../../vpc/vswitch/address-range.ts';
import { formatIpv6Prefix } from '../../vpc/vswitch/ipv6-range.ts';
import { findVSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { groupsToJoin } from '../security-group/membership.ts';
import { checkTags } from '../tag/tags.ts';
import { checkIpv4AtCreation, checkIpv6AtCreation } from './address-limits.ts';
import { checkIpv4Parameters, checkIpv6Parameters } from './address-parameters.ts';
import { ipv4PrefixSets, ipv6PrefixSets, ipv6Sets } from './address-view.ts';
import { checkConnectionTracking } from './connection-tracking.ts';
import { makeNetworkInterface } from './creation.ts';
import { ipv4CountOf, wantedIpv4 } from './requested-ipv4.ts';
import { ipv6CountOf, wantedIpv6 } from './requested-ipv6.ts';
import { checkTraffic, requestedTraffic } from './requested-traffic.ts';
import { description, networkInterfaceName, oneOf } from './rules.ts';

/** Creates a secondary or trunk network interface; it is Available when the call returns (ENI-15..51). */
export const createNetworkInterface = operation('Ecs', 'CreateNetworkInterface', {
  permits: ['eni/*', 'securitygroup/{SecurityGroupId|SecurityGroupIds}', 'vpc:vswitch/{VSwitchId}'],
  networkInterfaces: true,
  rules: {
    NetworkInterfaceName: networkInterfaceName,
    Description: description,
    InstanceType: oneOf('Secondary', 'Trunk'),
    Tag: (tags) => checkTags(tags),
    ConnectionTrackingConfiguration: checkConnectionTracking,
  },

  check(parameters) {
    const { SecurityGroupId, SecurityGroupIds } = parameters;
    if (SecurityGroupId !== undefined && SecurityGroupIds.length > 0) {
      return refuse('InvalidParameter.Conflict', { first: 'SecurityGroupId', second: 'SecurityGroupIds.N' });
    }
    if (SecurityGroupId === undefined && SecurityGroupIds.length === 0) {
      return refuse('MissingParameter', { name: 'SecurityGroupId' });
    }
    return checkIpv4Parameters(parameters) ?? checkIpv6Parameters(parameters) ?? checkTraffic(parameters);
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
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
    const ipv4 = wantedIpv4(parameters, vSwitch);
    if (isRefusal(ipv4)) return ipv4;
    const ipv6 = wantedIpv6(parameters, vSwitch);
    if (isRefusal(ipv6)) return ipv6;
    const tooMany = checkIpv4AtCreation(1 + ipv4CountOf(ipv4), context) ?? checkIpv6AtCreation(ipv6CountOf(ipv6));
    if (tooMany) return tooMany;
    const made = await makeNetworkInterface(context, {
      vSwitch,
      groups,
      type: parameters.InstanceType === 'Trunk' ? 'Trunk' : 'Secondary',
      name: parameters.NetworkInterfaceName,
      description: parameters.Description,
      primaryIpAddress: parameters.PrimaryIpAddress,
      wantedIpv4: ipv4,
      wantedIpv6: ipv6,
      primaryIpv6: parameters.EnablePrimaryIPv6,
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
    const { eni } = made;
    const addresses = made.ipv4.addresses.map(formatAddress);
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
      PrivateIpAddress: addresses[0],
      PrivateIpSets: {
        PrivateIpSet: addresses.map((PrivateIpAddress, position) => ({ Primary: position === 0, PrivateIpAddress })),
      },
      Ipv4PrefixSets: ipv4PrefixSets(made.ipv4.prefixes),
      Ipv6Sets: ipv6Sets(made.ipv6.addresses, eni),
      Ipv6PrefixSets: ipv6PrefixSets(made.ipv6.prefixes.map((block) => formatIpv6Prefix(vSwitch, block))),
      SecurityGroupIds: { SecurityGroupId: groups.map((group) => group.securityGroupId) },
      Tags: { Tag: parameters.Tag.map(({ Key, Value = '' }) => ({ TagKey: Key, TagValue: Value })) },
    };
  },
});
