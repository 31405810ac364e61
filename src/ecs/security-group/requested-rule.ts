import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import {
  checkPortRange,
  checkRuleDescription,
  checkSourcePortRange,
  nicTypeOf,
  policyOf,
  priorityOf,
  protocolOf,
} from './rule-fields.ts';
import { networksOf } from './rule-networks.ts';
import { peerEnd, type RuleParameters, type RulePlace } from './rule-parameters.ts';
import type { NicType, RuleContent } from './security-group-rule.ts';

/** The other end of a rule: the network among its own, a security group, or a prefix list. */
export type Peer =
  | { readonly kind: 'network' }
  | {
      readonly kind: 'group';
      readonly id: string;
      /** The account as the request names it, or empty: the caller's. */
      readonly ownerAccount: string;
    }
  | { readonly kind: 'prefix-list'; readonly id: string };

/** A rule as a request has it, valid in form; what depends on its group is still open. */
export interface RequestedRule extends Omit<RuleContent, 'nicType' | 'peerGroupId'> {
  readonly place: RulePlace;
  readonly nicType: NicType | undefined;
  readonly peer: Peer;
  /** Given in place of PortRange, which is empty then. */
  readonly portRangeListId: string | undefined;
  readonly description: string | undefined;
}

/** Reads a rule from its parameters, or says what is wrong with them. */
export function requestedRule(parameters: RuleParameters, place: RulePlace): RequestedRule | Refusal {
  const ipProtocol = protocolOf(parameters.IpProtocol, place);
  if (isRefusal(ipProtocol)) return ipProtocol;
  const portRangeListId = parameters.PortRange === undefined ? parameters.PortRangeListId : undefined;
  const refusedPorts =
    portRangeListId === undefined ? checkPortRange(parameters.PortRange, ipProtocol, place) : undefined;
  if (refusedPorts) return refusedPorts;
  const refusedSourcePorts = checkSourcePortRange(parameters.SourcePortRange, ipProtocol, place);
  if (refusedSourcePorts) return refusedSourcePorts;
  const policy = policyOf(parameters.Policy, place);
  if (isRefusal(policy)) return policy;
  const priority = priorityOf(parameters.Priority, place);
  if (isRefusal(priority)) return priority;
  const nicType = nicTypeOf(parameters.NicType);
  if (isRefusal(nicType)) return nicType;
  const networks = networksOf(parameters, ipProtocol, place);
  if (isRefusal(networks)) return networks;
  const peer = peerOf(parameters, place);
  if (isRefusal(peer)) return peer;
  const refusedDescription = checkRuleDescription(parameters.Description, place);
  if (refusedDescription) return refusedDescription;
  return {
    place,
    direction: place.direction,
    ipProtocol,
    portRange: parameters.PortRange ?? '',
    portRangeListId,
    sourcePortRange: parameters.SourcePortRange ?? '',
    policy,
    priority,
    nicType,
    ...networks,
    peer,
    description: parameters.Description,
  };
}

/** A network comes before a group, and a group before a prefix list, where several are given. */
function peerOf(parameters: RuleParameters, { direction, prefix }: RulePlace): Peer | Refusal {
  const end = peerEnd(direction);
  if (parameters[`${end}CidrIp`] !== undefined || parameters[`Ipv6${end}CidrIp`] !== undefined) {
    return { kind: 'network' };
  }
  const groupId = parameters[`${end}GroupId`];
  if (groupId !== undefined) {
    const owner = parameters[`${end}GroupOwnerAccount`] ?? parameters[`${end}GroupOwnerId`];
    return { kind: 'group', id: groupId, ownerAccount: owner === undefined ? '' : String(owner) };
  }
  const listId = parameters[`${end}PrefixListId`];
  if (listId !== undefined) return { kind: 'prefix-list', id: listId };
  const where = prefix === '' ? 'the request' : prefix.slice(0, -1);
  return refuse(end === 'Source' ? 'MissingParameter.Source' : 'MissingParameter.Dest', { where });
}
