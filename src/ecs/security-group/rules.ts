import type { Rule } from '../../operation/operation.ts';
import { isDescription, isResourceName } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';

/** The tag resource type of security groups. */
export const securityGroupTags = 'ecs/securitygroup';

/** Letters, digits, `_` and `-`, at most 100: ids of old groups have no `sg-` in front. */
export const securityGroupId: Rule<string> = (id) =>
  /^[0-9a-zA-Z_-]{1,100}$/.test(id) ? undefined : refuse('InvalidSecurityGroupId.Malformed', { id });

export const securityGroupRuleId: Rule<string> = (id) =>
  /^sgr-[0-9a-zA-Z-]{1,64}$/.test(id) ? undefined : refuse('InvalidParam.SecurityGroupRuleId', { id });

export const securityGroupName: Rule<string> = (value) =>
  isResourceName(value) ? undefined : refuse('InvalidSecurityGroupName.Malformed', { value });

export const securityGroupDescription: Rule<string> = (value) =>
  isDescription(value) ? undefined : refuse('InvalidDescription.Malformed', { value });
