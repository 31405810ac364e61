import { type Model, own, ruleCount } from '../model.ts';
import { type ModelOperation, Reasons, type Scene } from '../operation.ts';
import type { SecurityGroup } from '../resources.ts';
import { membersOf } from './security-group.ts';

/** An inbound rule about a network or the members of a group. */
interface Rule {
  readonly SecurityGroupId: string;
  readonly SourceCidrIp?: string | undefined;
  readonly SourceGroupId?: string | undefined;
  readonly IpProtocol: 'TCP';
  readonly PortRange: string;
}

export const authorizeSecurityGroup: ModelOperation<Rule> = {
  product: 'Ecs',
  action: 'AuthorizeSecurityGroup',
  judge(rule, scene) {
    const { model } = scene;
    const group = own(model.groups, scene.caller, rule.SecurityGroupId);
    if (group === undefined) return ['InvalidSecurityGroupId.NotFound'];
    const reasons = new Reasons();
    judgePeer(reasons, scene, group, rule.SourceGroupId);
    if (group.rules.has(contentOf(rule))) return reasons.codes;
    const { quotas } = model;
    reasons.add(group.rules.size >= quotas['rules-per-security-group'], 'AuthorizationLimitExceed');
    if (rule.SourceGroupId !== undefined) {
      const groupRules = [...group.rules].filter((content) => content.startsWith('sg-')).length;
      reasons.add(groupRules >= quotas['group-rules-per-security-group'], 'AuthorizedGroupRule.LimitExceed');
    }
    const most = Math.max(0, ...membersOf(model, group.id).map(({ groups }) => ruleCount(known(model, groups))));
    reasons.add(most + 1 > quotas['rules-per-network-interface'], 'AclLimitExceed');
    return reasons.codes;
  },
  apply(rule, { model }) {
    model.groups.get(rule.SecurityGroupId)!.rules.add(contentOf(rule));
  },
};

export const revokeSecurityGroup: ModelOperation<Rule> = {
  product: 'Ecs',
  action: 'RevokeSecurityGroup',
  judge(rule, scene) {
    const group = own(scene.model.groups, scene.caller, rule.SecurityGroupId);
    if (group === undefined) return ['InvalidSecurityGroupId.NotFound'];
    const reasons = new Reasons();
    judgePeer(reasons, scene, group, rule.SourceGroupId);
    return reasons.codes;
  },
  apply(rule, { model }) {
    model.groups.get(rule.SecurityGroupId)!.rules.delete(contentOf(rule));
  },
};

function known(model: Model, ids: readonly string[]): SecurityGroup[] {
  return ids.map((id) => model.groups.get(id)!);
}

/** What makes two rules the same. */
function contentOf({ SourceCidrIp, SourceGroupId, PortRange }: Rule): string {
  return `${SourceGroupId ?? SourceCidrIp} ${PortRange}`;
}

/** A basic group of a VPC may name other basic groups of it. */
function judgePeer(reasons: Reasons, scene: Scene, group: SecurityGroup, peerId: string | undefined): void {
  if (peerId === undefined) return;
  const peer = own(scene.model.groups, scene.caller, peerId);
  reasons.add(group.type === 'enterprise', 'InvalidGroupParameter.OperationDenied');
  reasons.add(peerId === group.id, 'InvalidParamter.Conflict');
  reasons.add(peer === undefined, 'InvalidSourceGroupId.NotFound');
  // Rules of the classic network are about the internet unless they say otherwise.
  reasons.add(group.vpcId === null, 'InvalidSourceGroupId.Mismatch');
  if (peer === undefined) return;
  const isMixed = (peer.vpcId === null) !== (group.vpcId === null);
  reasons.add(isMixed, 'InvalidNetworkType.Conflict');
  reasons.add(!isMixed && peer.vpcId !== group.vpcId, 'InvalidSourceGroupId.Mismatch');
  reasons.add(peer.type === 'enterprise', 'InvalidGroupAuthParameter.OperationDenied');
}
