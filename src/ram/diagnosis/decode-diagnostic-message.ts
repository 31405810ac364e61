import type { DiagnosticMessage } from '../../access/policy/read-diagnostic-message.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

/**
 * Tells why a call of this account was denied, from the message that came with the answer. The message carries all that
 * is told, so that it does not expire.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage
 */
export const decodeDiagnosticMessage = operation('Ram', 'DecodeDiagnosticMessage', {
  required: ['EncodedDiagnosticMessage'],
  permits: ['*'],

  async execute({ EncodedDiagnosticMessage: text = '' }, { accountId }) {
    const read = await import('../../access/policy/read-diagnostic-message.ts');
    const message = read.decodeDiagnosticMessage(text);
    return message === undefined || message.AuthPrincipalOwnerId !== accountId
      ? refuse('EntityNotExist.DiagnosticMessage')
      : { DecodedDiagnosticMessage: described(message) };
  },
});

function described(message: DiagnosticMessage) {
  return {
    ExplicitDeny: message.NoPermissionType === 'ExplicitDeny',
    NoPermissionPolicyType: message.PolicyType,
    AuthAction: message.AuthAction,
    AuthResource: message.AuthResource,
    AuthPrincipal: {
      AuthPrincipalType: message.AuthPrincipalType,
      AuthPrincipalOwnerId: message.AuthPrincipalOwnerId,
      AuthPrincipalDisplayName: message.AuthPrincipalDisplayName,
    },
    AuthConditions: Object.entries(message.Conditions).map(([key, value]) => ({
      ConditionKey: key,
      ConditionValues: [value],
    })),
    MatchedPolicies: message.MatchedPolicies.map(({ PolicyVersion: version, ...policy }) => ({
      ...policy,
      ...(version !== undefined && { PolicyVersion: version }),
    })),
  };
}
