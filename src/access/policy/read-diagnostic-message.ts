import { z } from 'zod';
import { parseJson } from '../../operation/json.ts';

const matchedPolicy = z.object({
  Effect: z.literal('Deny'),
  PolicyIdentifier: z.string(),
  PolicyType: z.enum(['System', 'Custom']),
  PolicyVersion: z.string().optional(),
  AttachedEntityType: z.enum(['RamUser', 'RamGroup', 'RamRole']),
  AttachedScope: z.literal('Account'),
});

const diagnosticMessage = z.object({
  AuthAction: z.string(),
  AuthResource: z.string(),
  AuthPrincipalType: z.string(),
  AuthPrincipalOwnerId: z.string(),
  AuthPrincipalDisplayName: z.string(),
  NoPermissionType: z.enum(['ExplicitDeny', 'ImplicitDeny']),
  PolicyType: z.string(),
  PolicyName: z.string().optional(),
  /** Counted from 0. */
  Statement: z.number().optional(),
  /** What the conditions of policies could look at, by key. */
  Conditions: z.record(z.string(), z.string()),
  /** The policies that settled it; none where nothing allowed the call. */
  MatchedPolicies: z.array(matchedPolicy),
});

/** All that is told about why a call was denied. */
export type DiagnosticMessage = z.infer<typeof diagnosticMessage>;

/** Undefined for a text that no answer carried. Import it when it is needed: what checks the message takes long to load. */
export function decodeDiagnosticMessage(text: string): DiagnosticMessage | undefined {
  return diagnosticMessage.safeParse(parseJson(Buffer.from(text, 'base64').toString())).data;
}
