import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type AddressFamily, canonicalNetwork, familyOf, parseIpNetwork } from './ip-network.ts';
import type { RuleParameters, RulePlace } from './rule-parameters.ts';
import type { Protocol, RuleContent } from './security-group-rule.ts';

/** The networks of a rule, as they were written; empty where there is none. */
export type RuleNetworks = Pick<RuleContent, 'sourceCidrIp' | 'ipv6SourceCidrIp' | 'destCidrIp' | 'ipv6DestCidrIp'>;

type NetworkParameter = 'SourceCidrIp' | 'Ipv6SourceCidrIp' | 'DestCidrIp' | 'Ipv6DestCidrIp';

/** Reads the networks of a rule: each valid, one at most for each end, of one family that suits the protocol, and different. */
export function networksOf(parameters: RuleParameters, protocol: Protocol, place: RulePlace): RuleNetworks | Refusal {
  const source4 = networkKey(parameters, 'SourceCidrIp', 4, place);
  if (isRefusal(source4)) return source4;
  const source6 = networkKey(parameters, 'Ipv6SourceCidrIp', 6, place);
  if (isRefusal(source6)) return source6;
  const dest4 = networkKey(parameters, 'DestCidrIp', 4, place);
  if (isRefusal(dest4)) return dest4;
  const dest6 = networkKey(parameters, 'Ipv6DestCidrIp', 6, place);
  if (isRefusal(dest6)) return dest6;

  if (source4 !== '' && source6 !== '') return refuse('InvalidParam.SourceIp');
  if (dest4 !== '' && dest6 !== '') return refuse('InvalidParam.DestIp');
  if (source4 !== '' && dest6 !== '') return bothFamilies('SourceCidrIp', 'Ipv6DestCidrIp');
  if (source6 !== '' && dest4 !== '') return bothFamilies('Ipv6SourceCidrIp', 'DestCidrIp');
  const source = source4 + source6;
  if (source !== '' && source === dest4 + dest6) return refuse('InvalidParamter.Conflict', { value: source });
  if (protocol === 'ICMP' && source6 + dest6 !== '') {
    return otherFamily(protocol, source6 === '' ? 'Ipv6DestCidrIp' : 'Ipv6SourceCidrIp', place);
  }
  if (protocol === 'ICMPv6' && source4 + dest4 !== '') {
    return otherFamily(protocol, source4 === '' ? 'DestCidrIp' : 'SourceCidrIp', place);
  }
  return {
    sourceCidrIp: parameters.SourceCidrIp ?? '',
    ipv6SourceCidrIp: parameters.Ipv6SourceCidrIp ?? '',
    destCidrIp: parameters.DestCidrIp ?? '',
    ipv6DestCidrIp: parameters.Ipv6DestCidrIp ?? '',
  };
}

/** The canonical text of one network; empty when there is none. */
function networkKey(
  parameters: RuleParameters,
  parameter: NetworkParameter,
  family: AddressFamily,
  place: RulePlace,
): string | Refusal {
  const value = parameters[parameter];
  if (value === undefined) return '';
  const name = `${place.prefix}${parameter}`;
  const network = parseIpNetwork(value);
  if (network === 'illegal-prefix-length' && family === 6) return refuse('ILLEGAL_IPV6_CIDR', { name, value });
  if (typeof network === 'string' || familyOf(network.address) !== family) {
    return refuse(malformedCode(parameter, place), { name, value });
  }
  return canonicalNetwork(network);
}

/** The published tables differ by operation in the code for an IPv4 network that is none. */
function malformedCode(parameter: NetworkParameter, { direction, intent }: RulePlace) {
  switch (parameter) {
    case 'SourceCidrIp':
      return direction === 'ingress' ? 'InvalidSourceCidrIp.Malformed' : 'InvalidParam.SourceCidrIp';
    case 'DestCidrIp':
      return direction === 'ingress' && intent.startsWith('modify')
        ? 'InvalidParam.DestCidrIp'
        : 'InvalidDestCidrIp.Malformed';
    case 'Ipv6SourceCidrIp':
      return 'InvalidParam.Ipv6SourceCidrIp';
    case 'Ipv6DestCidrIp':
      return 'InvalidParam.Ipv6DestCidrIp';
  }
}

function bothFamilies(first: NetworkParameter, second: NetworkParameter): Refusal {
  return refuse('InvalidParameter.Conflict', { first, second });
}

function otherFamily(protocol: 'ICMP' | 'ICMPv6', parameter: NetworkParameter, { prefix, intent }: RulePlace): Refusal {
  const name = `${prefix}${parameter}`;
  if (intent === 'modify-by-id') return refuse('InvalidParam.ProtocolAndAddressFamilyMismatch', { protocol, name });
  return refuse(
    protocol === 'ICMP'
      ? 'InvalidParam.Ipv4ProtocolConflictWithIpv6Address'
      : 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address',
    { name },
  );
}
