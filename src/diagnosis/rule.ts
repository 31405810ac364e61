import { findSystemPolicy } from '../access/policy/system-policies.ts';
import { parseJson } from '../operation/json.ts';
import type { ResourceState } from '../requests/refusal/resource-state.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Rule } from './diagnosis.ts';
import { permittedIn } from './permitted.ts';
import type { Refused } from './refused.ts';

/** What refused a request: the policy, the signature, the state, the quota... */
export async function ruleOf(refused: Refused, tx: Transaction): Promise<Rule> {
  const { request, evidence, parameters, code } = refused;
  if (request.accessDeniedDetail !== undefined) return policyRule(refused, tx);
  const signature = request.refused?.signature;
  if (signature !== undefined) {
    const { algorithm, canonicalRequest, stringToSign, signedHeaders, signedWithBuiltInSecret } = signature;
    return {
      kind: 'signature',
      algorithm,
      expected: { ...(canonicalRequest === undefined ? {} : { canonicalRequest }), stringToSign },
      received: { method: request.httpMethod, signedHeaders, parameters },
      signedWithBuiltInSecret,
    };
  }
  if (evidence.quota !== undefined) {
    const { name, regionId, limit, used } = evidence.quota;
    return { kind: 'quota', name, region: regionId, limit, ...(used === undefined ? {} : { used }) };
  }
  return stateRule(refused) ?? absenceRule(refused) ?? dependencyRule(refused) ?? otherRule(code, refused.message);
}

/** Of the resources of a call the one whose status is in the message. */
function stateRule({ code, message, evidence }: Refused): Rule | undefined {
  if (!/Stat(e|us)|InvalidEniType|Initializing/.test(code)) return undefined;
  const concerned = evidence.resources.filter(({ missing, members }) => !missing && typeof members.status === 'string');
  const one =
    concerned.find(({ id, members }) => message.includes(id) && message.includes(String(members.status))) ??
    concerned.find(({ members }) => message.includes(String(members.status))) ??
    concerned[0];
  if (one === undefined) return undefined;
  return {
    kind: 'state',
    resourceId: one.id,
    resourceType: one.type,
    status: String(one.members.status),
    permitted: permittedIn(message),
  };
}

function absenceRule({ code, evidence, request, regionId }: Refused): Rule | undefined {
  if (!/NotFound|NotExist/.test(code)) return undefined;
  const wrong = (one: ResourceState): boolean =>
    one.missing || one.members.accountId !== request.accountId || one.members.regionId !== regionId;
  const one = evidence.resources.find(wrong);
  if (one === undefined) return undefined;
  const { accountId, regionId: foundRegion } = one.members;
  return {
    kind: 'absence',
    resourceId: one.id,
    ...(one.missing ? {} : { foundIn: { account: String(accountId), region: String(foundRegion) } }),
  };
}

function dependencyRule({ code, evidence }: Refused): Rule | undefined {
  if (!code.startsWith('DependencyViolation')) return undefined;
  const one = evidence.resources.find(({ related }) => Object.values(related).some((rows) => rows.length > 0));
  if (one === undefined) return undefined;
  const rows = Object.values(one.related).flat();
  // The first member of every relation is the id.
  const dependants = rows.map((row) => String(Object.values(row)[0]));
  return { kind: 'dependency', resourceId: one.id, dependants: [...new Set(dependants)] };
}

function otherRule(code: string, message: string): Rule {
  if (!/^(Missing|Invalid|Illegal)/.test(code)) return { kind: 'other' };
  const name = /parameter "([\w.-]+)"|[Tt]he (?:specified )?([A-Z]\w+) "/.exec(message);
  const found = name?.[1] ?? name?.[2];
  return { kind: 'parameter', ...(found === undefined ? {} : { name: found }) };
}

const selectDocument = sql<{ document: string }>(
  `SELECT policy_document AS "document" FROM ram_policy_version
   WHERE account_id = ? AND policy_name = ? AND version_id = ?`,
);

async function policyRule({ request }: Refused, tx: Transaction): Promise<Rule> {
  const detail = request.accessDeniedDetail ?? {};
  const { decodeDiagnosticMessage } = await import('../access/policy/read-diagnostic-message.ts');
  const message = decodeDiagnosticMessage(detail.EncodedDiagnosticMessage ?? '');
  const [matched] = message?.MatchedPolicies ?? [];
  const policyName = detail.PolicyName;
  const text =
    policyName === undefined || matched?.PolicyType !== 'Custom'
      ? findSystemPolicy(policyName ?? '')?.policyDocument
      : (await tx.one(selectDocument, request.accountId ?? '', policyName, matched.PolicyVersion ?? ''))?.document;
  const index = message?.Statement ?? 0;
  const statement = text === undefined ? undefined : statementIn(text, index);
  return {
    kind: 'policy',
    action: detail.AuthAction ?? '',
    resource: detail.AuthResource ?? '',
    reason: detail.NoPermissionType === 'ExplicitDeny' ? 'ExplicitDeny' : 'ImplicitDeny',
    policyKind: detail.PolicyType ?? '',
    ...(policyName === undefined
      ? {}
      : {
          statement: {
            policyName,
            index,
            ...(matched === undefined
              ? {}
              : { policyType: matched.PolicyType, attachedTo: matched.AttachedEntityType }),
            ...(matched?.PolicyVersion === undefined ? {} : { policyVersion: matched.PolicyVersion }),
            ...(statement === undefined ? {} : { text: statement }),
          },
        }),
    conditions: message?.Conditions ?? {},
    policiesInForce: (request.refused?.policies ?? []).map(({ attachedTo, ...policy }) => ({
      ...policy,
      ...(attachedTo === undefined ? {} : { attachedTo }),
    })),
  };
}

function statementIn(document: string, index: number): unknown {
  const parsed = parseJson(document);
  if (typeof parsed !== 'object' || parsed === null || !('Statement' in parsed)) return undefined;
  const statements = Array.isArray(parsed.Statement) ? parsed.Statement : [parsed.Statement];
  return statements[index];
}
