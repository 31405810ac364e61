import type { Direction } from './security-group-rule.ts';

/** The parameters that say what a rule is. An operation has those of its direction, at its top or in `Permissions.N`. */
export interface RuleParameters {
  readonly IpProtocol?: string | undefined;
  readonly PortRange?: string | undefined;
  readonly PortRangeListId?: string | undefined;
  readonly SourcePortRange?: string | undefined;
  readonly Policy?: string | undefined;
  readonly Priority?: string | undefined;
  readonly NicType?: string | undefined;
  readonly Description?: string | undefined;
  readonly SourceCidrIp?: string | undefined;
  readonly Ipv6SourceCidrIp?: string | undefined;
  readonly DestCidrIp?: string | undefined;
  readonly Ipv6DestCidrIp?: string | undefined;
  readonly SourceGroupId?: string | undefined;
  readonly SourceGroupOwnerAccount?: string | undefined;
  readonly SourceGroupOwnerId?: string | number | undefined;
  readonly SourcePrefixListId?: string | undefined;
  readonly DestGroupId?: string | undefined;
  readonly DestGroupOwnerAccount?: string | undefined;
  readonly DestGroupOwnerId?: string | number | undefined;
  readonly DestPrefixListId?: string | undefined;
}

/** All names of `RuleParameters`. */
export const ruleParameterNames = [
  'IpProtocol',
  'PortRange',
  'PortRangeListId',
  'SourcePortRange',
  'Policy',
  'Priority',
  'NicType',
  'Description',
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'DestCidrIp',
  'Ipv6DestCidrIp',
  'SourceGroupId',
  'SourceGroupOwnerAccount',
  'SourceGroupOwnerId',
  'SourcePrefixListId',
  'DestGroupId',
  'DestGroupOwnerAccount',
  'DestGroupOwnerId',
  'DestPrefixListId',
] as const satisfies readonly (keyof RuleParameters)[];

/** What the rule is named for; `modify-by-id` when its content comes from the rule itself. The published codes differ. */
export type Intent = 'authorize' | 'revoke' | 'modify' | 'modify-by-id';

/** Where in a request a rule stands, and what for. */
export interface RulePlace {
  readonly direction: Direction;
  readonly intent: Intent;
  /** `Permissions.3.`, or empty for parameters at the top. */
  readonly prefix: string;
}

/** The other end of rules of a direction, as parameter names begin. */
export function peerEnd(direction: Direction): 'Source' | 'Dest' {
  return direction === 'ingress' ? 'Source' : 'Dest';
}
