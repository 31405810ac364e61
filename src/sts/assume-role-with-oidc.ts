import { operation } from '../operation/operation.ts';
import { isRefusal } from '../operation/refusal.ts';
import { utcSeconds } from '../operation/time.ts';
import { readOidcToken } from './oidc-token.ts';
import { refuse } from './refusals.ts';
import { sessionRules } from './rules.ts';
import { roleByArn, startSession } from './session.ts';
import { isTrusted } from './trust.ts';

/**
 * Starts a session of a role for whoever brings an OIDC token that the role trusts; credentials are not needed. The
 * token's claims are read and held against the trust policy (`oidc:iss`, `oidc:aud`, `oidc:sub`), but its signature is
 * not verified: there are no identity providers here, and any name of one in the role's account is taken.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerolewithoidc
 */
export const assumeRoleWithOIDC = operation('Sts', 'AssumeRoleWithOIDC', {
  anonymous: true,
  everyIdentity: true,
  required: ['OIDCProviderArn', 'RoleArn', 'OIDCToken', 'RoleSessionName'],
  rules: {
    ...sessionRules,
    OIDCProviderArn: (value) =>
      /^acs:ram::\d{1,20}:oidc-provider\/[\w.@-]{1,128}$/.test(value)
        ? undefined
        : refuse('AuthenticationFail.NoPermission', {
            reason: `the parameter OIDCProviderArn is not valid: "${value}"`,
          }),
  },

  async execute(parameters, context) {
    const { OIDCProviderArn: provider = '', RoleArn = '' } = parameters;
    const claims = readOidcToken(parameters.OIDCToken ?? '', context.nowMs);
    if (isRefusal(claims)) return claims;
    const role = await roleByArn(context, RoleArn);
    if (isRefusal(role)) return role;
    const principal = { kind: 'Federated', names: [provider] } as const;
    const { issuer, subject, audiences, issuedAtMs, expiresAtMs } = claims;
    const isOurs = provider.startsWith(`acs:ram::${role.accountId}:`);
    const isTrustedFor = (audience: string) =>
      isTrusted(role, principal, context, { 'oidc:iss': issuer, 'oidc:sub': subject, 'oidc:aud': audience });
    if (!isOurs || !audiences.some(isTrustedFor)) {
      const reason = `the role "${RoleArn}" does not trust the subject "${subject}" of "${provider}"`;
      return refuse('AuthenticationFail.NoPermission', { reason });
    }
    const session = await startSession(context, role, parameters);
    if (isRefusal(session)) return session;
    return {
      ...session,
      OIDCTokenInfo: {
        Issuer: issuer,
        Subject: subject,
        ClientIds: audiences.join(','),
        IssuanceTime: issuedAtMs === undefined ? undefined : utcSeconds(issuedAtMs),
        ExpirationTime: utcSeconds(expiresAtMs),
        VerificationInfo: 'NotVerified',
      },
    };
  },
});
