import type { Explanations } from '../explanation.ts';

const denied: Explanations[string] = [
  'The caller is a RAM user or the session of a role, and its policies do not allow the action on the resource: none has a statement that allows it, or one denies it.',
  'Attach a policy that allows the action on the resource (AttachPolicyToUser, AttachPolicyToRole), or take away the statement that denies. GET /_localyun/requests/ID/diagnosis names it.',
];
const noUsers: Explanations[string] = [
  'A seed has said of the account that RAM users may not use it (ramSupported: false).',
  'Call with the root key of the account, or seed it with ramSupported: true.',
];
const unknownToken: Explanations[string] = [
  'The token is none that a page of this very list answered.',
  'Begin the list anew without a token, and leave filters and page size as they are from page to page.',
];

/** What accounts and callers are refused with, whatever they call. */
export const accessExplanations: Explanations = {
  'InvalidUserType.NotSupported': [
    'A seed has said of the account that its type is not supported (userTypeSupported: false).',
    'Seed the account with userTypeSupported: true, or call with another account.',
  ],
  'Abs.InvalidAccount.NotFound': [
    'A seed has said of the account that it is not active any more (active: false).',
    'Seed the account with active: true, or call with another account.',
  ],
  'Forbidden.NotSupportRAM': noUsers,
  'Forbedden.NotSupportRAM': noUsers,
  'Forbidden.RAM': denied,
  'Forbidden.SubUser': denied,
  'Forbbiden.SubUser': denied,
  NoPermission: denied,
  IdempotentParameterMismatch: [
    'The ClientToken was used before, within a day, for the same operation with other parameters.',
    'Use a ClientToken for one wish only; repeat exactly the same parameters with it, or make a new token.',
  ],
  DryRunOperation: [
    'The call was made with DryRun: everything is right with it, and nothing was done.',
    'Leave DryRun out to have it done.',
  ],
  'DRYRUN.SUCCESS': [
    'The call was made with DryRun: everything is right with it, and nothing was done.',
    'Leave DryRun out to have it done.',
  ],
  'Invalid.NextToken': unknownToken,
  'IllegalParam.NextToken': unknownToken,
};
