import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { RulePlace } from './rule-parameters.ts';
import { type NicType, type Policy, type Protocol, protocols } from './security-group-rule.ts';

const maxDescriptionLength = 512;
const defaultPriority = 1;
const noPorts = '-1/-1';

/** Reads a protocol in any letter case. */
export function protocolOf(value: string | undefined, { prefix }: RulePlace): Protocol | Refusal {
  const wanted = value?.toUpperCase();
  return (
    protocols.find((protocol) => protocol.toUpperCase() === wanted) ??
    refuse('InvalidIpProtocol.ValueNotSupported', { name: `${prefix}IpProtocol`, value: value ?? '' })
  );
}

/** Reads `accept` or `drop` in any letter case; accept when absent. */
export function policyOf(value: string | undefined, { prefix }: RulePlace): Policy | Refusal {
  switch (value?.toLowerCase()) {
    case undefined:
    case 'accept':
      return 'Accept';
    case 'drop':
      return 'Drop';
    default:
      return refuse('InvalidPolicy.Malformed', { name: `${prefix}Policy`, value: value ?? '' });
  }
}

/** Reads a priority from 1 to 100; 1 when absent. */
export function priorityOf(value: string | undefined, { prefix }: RulePlace): number | Refusal {
  if (value === undefined) return defaultPriority;
  const name = `${prefix}Priority`;
  if (!/^-?\d{1,9}$/.test(value)) return refuse('InvalidPriority.Malformed', { name, value });
  const priority = Number(value);
  return priority >= 1 && priority <= 100 ? priority : refuse('InvalidPriority.ValueNotSupported', { name, value });
}

/** Reads a NIC type; whether the group can have it is for the group to say. */
export function nicTypeOf(value: string | undefined): NicType | undefined | Refusal {
  if (value === undefined || value === 'internet' || value === 'intranet') return value;
  return refuse('InvalidNicType.ValueNotSupported', { value });
}

export function checkRuleDescription(value: string | undefined, { prefix }: RulePlace): Refusal | undefined {
  if (value === undefined || value.length <= maxDescriptionLength) return undefined;
  return refuse('InvalidSecurityGroupDiscription.Malformed', {
    name: `${prefix}Description`,
    length: value.length,
    limit: maxDescriptionLength,
  });
}

/** Checks the destination ports, which have to be there and to suit the protocol. */
export function checkPortRange(
  value: string | undefined,
  protocol: Protocol,
  { prefix, intent }: RulePlace,
): Refusal | undefined {
  const name = `${prefix}PortRange`;
  if (value === undefined) {
    return intent === 'modify'
      ? refuse('InvalidParam.PortRange', { name, value: '' })
      : refuse('InvalidPortRange.Malformed', { name });
  }
  switch (portFault(value, protocol)) {
    case undefined:
      return undefined;
    case 'form':
      return refuse('InvalidParam.PortRange', { name, value });
    case 'order':
      return refuse(intent === 'revoke' ? 'InvalidIpPortRange.Malformed' : 'InvalidIpProtocol.Malformed', {
        name,
        value,
      });
    case 'protocol':
      return refuse(mismatchCodes[intent], { name, value, protocol, expected: expectedPorts(protocol) });
  }
}

const mismatchCodes = {
  authorize: 'OperationDenied',
  revoke: 'InvalidIpPortRange.Malformed.Protocol',
  modify: 'OperationDenied',
  'modify-by-id': 'InvalidParam.ProtocolAndPortRangeMismatch',
} as const;

/** Checks the source ports, where a rule has any. */
export function checkSourcePortRange(
  value: string | undefined,
  protocol: Protocol,
  { prefix }: RulePlace,
): Refusal | undefined {
  if (value === undefined || portFault(value, protocol) === undefined) return undefined;
  const name = `${prefix}SourcePortRange`;
  return refuse('InvalidSourcePortRange.Malformed', { name, value, protocol, expected: expectedPorts(protocol) });
}

/** Whether rules of the protocol have ports. */
export function hasPorts(protocol: Protocol): protocol is 'TCP' | 'UDP' {
  return protocol === 'TCP' || protocol === 'UDP';
}

function portFault(value: string, protocol: Protocol): 'form' | 'order' | 'protocol' | undefined {
  const [, firstText, lastText] = /^(-1|0|[1-9]\d{0,4})\/(-1|0|[1-9]\d{0,4})$/.exec(value) ?? [];
  const [first, last] = [Number(firstText), Number(lastText)];
  if (firstText === undefined || first > 65_535 || last > 65_535) return 'form';
  if (!hasPorts(protocol) || value === noPorts)
    return hasPorts(protocol) === (value !== noPorts) ? undefined : 'protocol';
  return first >= 1 && first <= last ? undefined : 'order';
}

function expectedPorts(protocol: Protocol): string {
  return hasPorts(protocol) ? 'first/last from 1/1 to 65535/65535' : noPorts;
}
