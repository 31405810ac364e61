import { callerArn, callerArns } from '../operation/caller-arn.ts';
import { operation } from '../operation/operation.ts';
import { isRefusal } from '../operation/refusal.ts';
import { refuse } from './refusals.ts';
import { durationRange, externalId, sessionRules, sourceIdentity } from './rules.ts';
import { roleByArn, startSession } from './session.ts';
import { isTrusted } from './trust.ts';

/**
 * Starts a session of a role, of the caller's account or another, that trusts the caller, and answers temporary keys
 * for it. They may what the role may and what Policy allows as well. A session that assumes a role gets an hour at most.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole
 */
export const assumeRole = operation('Sts', 'AssumeRole', {
  permits: ['{RoleArn}'],
  rules: { ...sessionRules, ExternalId: externalId, SourceIdentity: sourceIdentity },

  async execute(parameters, context) {
    const { caller } = context;
    const { RoleArn, SourceIdentity } = parameters;
    const role = await roleByArn(context, RoleArn);
    if (isRefusal(role)) return role;
    const isMine = isTrusted(role, { kind: 'RAM', names: callerArns(caller) }, context, {
      'sts:externalid': parameters.ExternalId,
      'sts:sourceidentity': SourceIdentity,
      'acs:principalarn': callerArns(caller)[0],
    });
    if (!isMine) return refuse('NoPermission', { roleArn: RoleArn, caller: callerArn(caller) });
    const longest = caller.roleName === '' ? durationRange.longest : durationRange.byDefault;
    const session = await startSession(context, role, parameters, longest);
    return isRefusal(session) ? session : { ...session, SourceIdentity };
  },
});
