import type { Refusal } from '../../operation/refusal.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import type { RequestedRule } from './requested-rule.ts';
import { hasPorts } from './rule-fields.ts';
import { peerEnd } from './rule-parameters.ts';
import { findSecurityGroup, type SecurityGroup } from './security-group.table.ts';
import { contentKey, type NicType, type SecurityGroupRule } from './security-group-rule.ts';

/** What a rule says, as it can be stored in its group. */
export type ResolvedRule = Omit<
  SecurityGroupRule,
  'securityGroupRuleId' | 'securityGroupId' | 'accountId' | 'regionId' | 'createdAtMs'
>;

const selectAccount = sql<{ accountId: string }>(
  'SELECT account_id AS "accountId" FROM account WHERE account_id = ? OR name = ?',
);

/** Decides what is open in a requested rule by the group that it is or would be a rule of. */
export async function resolveRule(
  tx: Transaction,
  group: SecurityGroup,
  requested: RequestedRule,
): Promise<ResolvedRule | Refusal> {
  const { place, peer, portRangeListId, nicType: givenNicType, ...content } = requested;
  const { securityGroupId: id, vpcId } = group;
  const nicType = givenNicType ?? (vpcId === null ? 'internet' : 'intranet');
  if (vpcId !== null && nicType === 'internet') {
    const code = place.intent === 'revoke' ? 'InvalidNicType.Mismatch.Revoked' : 'InvalidNicType.Mismatch';
    return refuse(code, { value: nicType, id });
  }
  if (vpcId === null && content.ipv6SourceCidrIp + content.ipv6DestCidrIp !== '') {
    return refuse('InvalidSecurityGroup.InvalidNetworkType', { id });
  }
  if (portRangeListId !== undefined) {
    return hasPorts(content.ipProtocol)
      ? refuse('InvalidPortRangeListId.NotFound', { listId: portRangeListId })
      : refuse('InvalidParam.ProtocolNotSupportPortRangeList', {
          protocol: content.ipProtocol,
          listId: portRangeListId,
        });
  }
  if (peer.kind === 'prefix-list') {
    return vpcId === null
      ? refuse('NotSupported.ClassicNetworkPrefixList', { id, listId: peer.id })
      : refuse('InvalidPrefixListId.NotFound', { listId: peer.id });
  }
  const refusedPeer = peer.kind === 'group' ? await checkPeerGroup(tx, group, requested, peer, nicType) : undefined;
  if (refusedPeer) return refusedPeer;
  const whole = { ...content, nicType, peerGroupId: peer.kind === 'group' ? peer.id : null };
  return {
    ...whole,
    peerGroupOwnerAccount: peer.kind === 'group' ? peer.ownerAccount : '',
    description: content.description ?? '',
    contentKey: contentKey(whole),
  };
}

const peerCodes = {
  Source: {
    malformed: 'InvalidSourceGroup.NotFound',
    unknown: 'InvalidSourceGroupId.NotFound',
    notIntranet: 'InvalidSourceGroupId.Mismatch.NicType',
    otherVpc: 'InvalidSourceGroupId.Mismatch',
  },
  Dest: {
    malformed: 'InvalidDestGroup.NotFound',
    unknown: 'InvalidDestGroupId.NotFound',
    notIntranet: 'InvalidDestGroupId.Mismatch.NicType',
    otherVpc: 'InvalidDestGroupId.Mismatch',
  },
} as const;

/** A basic group may refer to other basic groups of its VPC, a classic one to other classic ones, of any owner. */
async function checkPeerGroup(
  tx: Transaction,
  group: SecurityGroup,
  { place }: RequestedRule,
  peer: { readonly id: string; readonly ownerAccount: string },
  nicType: NicType,
): Promise<Refusal | undefined> {
  const end = peerEnd(place.direction);
  const codes = peerCodes[end];
  const about = { id: group.securityGroupId, peerId: peer.id, name: `${place.prefix}${end}GroupId` };
  if (!/^[0-9a-zA-Z_-]{1,100}$/.test(peer.id) && place.intent !== 'revoke') {
    return refuse(codes.malformed, about);
  }
  if (group.securityGroupType === 'enterprise') return refuse('InvalidGroupParameter.OperationDenied', about);
  if (peer.id === group.securityGroupId) return refuse(sameGroupCode(end, place.intent), about);
  if (nicType !== 'intranet') return refuse(codes.notIntranet, about);
  const owner = await accountNamed(tx, peer.ownerAccount, group.accountId);
  const found = owner === undefined ? undefined : await findSecurityGroup(tx, owner, group.regionId, peer.id);
  if (found === undefined) return refuse(codes.unknown, about);
  if ((found.vpcId === null) !== (group.vpcId === null)) {
    return refuse(
      place.intent.startsWith('modify') ? 'InvalidNetworkType.Mismatch' : 'InvalidNetworkType.Conflict',
      about,
    );
  }
  if (found.vpcId !== group.vpcId) return refuse(codes.otherVpc, about);
  return found.securityGroupType === 'enterprise'
    ? refuse('InvalidGroupAuthParameter.OperationDenied', about)
    : undefined;
}

function sameGroupCode(end: 'Source' | 'Dest', intent: RequestedRule['place']['intent']) {
  if (end === 'Dest') return 'InvalidSecurityGroup.IsSame';
  return intent === 'revoke' ? 'InvalidParamter.Conflict.SameGroupRevoked' : 'InvalidParamter.Conflict.SameGroup';
}

/** The account of this id or name; the group's own when none is named. */
async function accountNamed(tx: Transaction, named: string, ownAccountId: string): Promise<string | undefined> {
  if (named === '' || named === ownAccountId) return ownAccountId;
  return (await tx.one(selectAccount, named, named))?.accountId;
}
