import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { requestedRule } from './requested-rule.ts';
import { resolveRule } from './resolved-rule.ts';
import { peerEnd, type RuleParameters } from './rule-parameters.ts';
import { givenRuleParameter } from './rule-requests.ts';
import { findSecurityGroup, type SecurityGroup } from './security-group.table.ts';
import { findRule, findRuleByContent, saveRule } from './security-group-rule.table.ts';
import type { Direction, SecurityGroupRule } from './security-group-rule.ts';

type ModifyParameters = RuleParameters & {
  readonly SecurityGroupId: string;
  readonly SecurityGroupRuleId?: string;
};

/**
 * Modifies a rule: by its id anything but its NIC type and the kind of its other end, by its content the description,
 * which alone is not content.
 */
export async function modifyRule(
  context: OperationContext,
  direction: Direction,
  parameters: ModifyParameters,
): Promise<Record<never, never> | Refusal> {
  const { tx, accountId, regionId } = context;
  const { SecurityGroupId: id, SecurityGroupRuleId: ruleId } = parameters;
  const requested =
    ruleId === undefined ? requestedRule(parameters, { direction, intent: 'modify', prefix: '' }) : undefined;
  if (isRefusal(requested)) return requested;
  if (ruleId !== undefined && givenRuleParameter(parameters) === undefined) {
    return refuse('InvalidParam.InvalidModifyRuleRequest', { id: ruleId });
  }
  const group = await findSecurityGroup(tx, accountId, regionId, id);
  if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
  if (ruleId !== undefined) return modifyById(context, direction, group, ruleId, parameters);
  if (requested === undefined) return {};
  const content = await resolveRule(tx, group, requested);
  if (isRefusal(content)) return content;
  const rule = await findRuleByContent(tx, id, content.contentKey);
  if (rule === undefined) return refuse('SecurityGroupRule.NotFound', { id, direction });
  if (parameters.Description !== undefined) await saveRule(tx, { ...rule, description: parameters.Description });
  return {};
}

async function modifyById(
  { tx }: OperationContext,
  direction: Direction,
  group: SecurityGroup,
  ruleId: string,
  parameters: ModifyParameters,
): Promise<Record<never, never> | Refusal> {
  const { securityGroupId } = group;
  const rule = await findRule(tx, securityGroupId, direction, ruleId);
  if (rule === undefined)
    return refuse('InvalidSecurityGroupRuleId.NotFound', { id: ruleId, direction, securityGroupId });
  const { NicType: nicType } = parameters;
  if (nicType !== undefined && nicType !== rule.nicType) {
    return refuse('InvalidOperation.ModifyNicType', { id: ruleId, current: rule.nicType, value: nicType });
  }
  if (parameters.PortRangeListId !== undefined && parameters.PortRange === undefined) {
    return refuse('InvalidOperation.ModifyPortRangeType', { id: ruleId, listId: parameters.PortRangeListId });
  }
  const otherKind = peerOfOtherKind(rule, parameters);
  if (otherKind !== undefined) {
    const type = peerKindOf(rule);
    return refuse('InvalidOperation.ModifySgRuleEntityType', { id: ruleId, type, name: otherKind });
  }
  const requested = requestedRule(
    { ...parametersOf(rule, parameters[`${peerEnd(direction)}GroupId`] === undefined), ...parameters },
    { direction, intent: 'modify-by-id', prefix: '' },
  );
  if (isRefusal(requested)) return requested;
  const content = await resolveRule(tx, group, requested);
  if (isRefusal(content)) return content;
  const same = await findRuleByContent(tx, securityGroupId, content.contentKey);
  if (same !== undefined && same.securityGroupRuleId !== ruleId) {
    return refuse('InvalidOperation.RuleDuplicate', { id: ruleId, other: same.securityGroupRuleId });
  }
  await saveRule(tx, { ...rule, ...content });
  return {};
}

/** A rule as the parameters that it would be authorized with, its peer group among them or not. */
function parametersOf(rule: SecurityGroupRule, withPeerGroup: boolean): RuleParameters {
  const end = peerEnd(rule.direction);
  const filled = (text: string | null) => (text === null || text === '' ? undefined : text);
  return {
    IpProtocol: rule.ipProtocol,
    PortRange: rule.portRange,
    SourcePortRange: filled(rule.sourcePortRange),
    Policy: rule.policy,
    Priority: String(rule.priority),
    NicType: rule.nicType,
    SourceCidrIp: filled(rule.sourceCidrIp),
    Ipv6SourceCidrIp: filled(rule.ipv6SourceCidrIp),
    DestCidrIp: filled(rule.destCidrIp),
    Ipv6DestCidrIp: filled(rule.ipv6DestCidrIp),
    Description: filled(rule.description),
    ...(withPeerGroup && {
      [`${end}GroupId`]: filled(rule.peerGroupId),
      [`${end}GroupOwnerAccount`]: filled(rule.peerGroupOwnerAccount),
    }),
  };
}

/** The kinds of the other end, by the parameter that names one. */
const peerKinds = {
  CidrIp: 'an IPv4 network',
  Ipv6CidrIp: 'an IPv6 network',
  GroupId: 'a security group',
  PrefixListId: 'a prefix list',
} as const;

function peerKindOf(rule: SecurityGroupRule): string {
  if (rule.peerGroupId !== null) return peerKinds.GroupId;
  const peer4 = rule.direction === 'ingress' ? rule.sourceCidrIp : rule.destCidrIp;
  return peer4 === '' ? peerKinds.Ipv6CidrIp : peerKinds.CidrIp;
}

/** The parameter that would make the other end of the rule one of another kind, or undefined. */
function peerOfOtherKind(rule: SecurityGroupRule, parameters: RuleParameters): string | undefined {
  const end = peerEnd(rule.direction);
  const names = {
    CidrIp: `${end}CidrIp`,
    Ipv6CidrIp: `Ipv6${end}CidrIp`,
    GroupId: `${end}GroupId`,
    PrefixListId: `${end}PrefixListId`,
  } as const;
  const kind = peerKindOf(rule);
  const others = (Object.keys(names) as (keyof typeof names)[]).filter((key) => peerKinds[key] !== kind);
  return others.map((key) => names[key]).find((name) => parameters[name] !== undefined);
}
