import { type IpAddress, parseIpAddress } from './ip-network.ts';
import type { GroupRule, JoinedGroup, Packet } from './reachability.ts';

let ruleCount = 0;

/** A rule that accepts everything inbound, but for the changes. */
export function rule(changes: Partial<GroupRule>): GroupRule {
  ruleCount += 1;
  return {
    securityGroupRuleId: `sgr-${String(ruleCount).padStart(6, '0')}`,
    direction: 'ingress',
    ipProtocol: 'ALL',
    portRange: '-1/-1',
    sourcePortRange: '',
    policy: 'Accept',
    priority: 1,
    sourceCidrIp: '',
    ipv6SourceCidrIp: '',
    destCidrIp: '',
    ipv6DestCidrIp: '',
    peerGroupId: null,
    ...changes,
  };
}

export function basic(
  securityGroupId: string,
  rules: readonly GroupRule[] = [],
  innerAccessPolicy: 'Accept' | 'Drop' = 'Accept',
): JoinedGroup {
  return { securityGroupId, securityGroupType: 'normal', innerAccessPolicy, rules };
}

export function advanced(securityGroupId: string, rules: readonly GroupRule[] = []): JoinedGroup {
  return { securityGroupId, securityGroupType: 'enterprise', innerAccessPolicy: 'Drop', rules };
}

export function address(text: string): IpAddress {
  const parsed = parseIpAddress(text);
  if (parsed === undefined) throw new Error(`${text} is no IP address`);
  return parsed;
}

export const web: Packet = { protocol: 'TCP', port: 80 };
export const ping: Packet = { protocol: 'ICMP' };
export const any4 = '0.0.0.0/0';
