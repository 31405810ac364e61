import type { Explanation } from '../explanation.ts';

/** What codes have in common that say what is wrong by how they are called; the first that fits counts. */
export const families: readonly (readonly [codes: RegExp, explanation: Explanation])[] = [
  [
    /^Missing|\.BothNull$|AllEmpty|^BothEmpty|^NoAttributeToModify$/,
    ['A parameter is not there that this call cannot do without.', 'Send what the message names.'],
  ],
  [
    /^DependencyViolation|\.Attached|AttachedInstance|InUse$|^SnapshotCreatedDisk$|^DeleteConflict/,
    ['Something else still uses the resource; the message names it.', 'Take that away first, then repeat the call.'],
  ],
  [
    /Quota|LimitExceed|CountExceed|NumberExceed|IdLimit|ToMany|TooMany|SizeLimit|\.Quota$|^Exceed/,
    [
      'There would be more of something than is possible; the message has the number and the limit.',
      'Ask for less, make room, or raise the quota where it is one (PUT /_localyun/quotas).',
    ],
  ],
  [
    /AlreadyExist|^EntityAlreadyExists|Duplicate|Repeated|^Duplicated/,
    ['What should be there once is there already, or is named twice.', 'Use another name, or name it once.'],
  ],
  [
    /NotFound|NotExist/,
    [
      'Nothing of this id or name exists in the account and, where it is a resource of a region, in this region; or the value is none of those that exist.',
      'List what there is with the Describe or List operation, in the right region and with the right account.',
    ],
  ],
  [
    /Conflict|Exclusive|Mismatch|NotMatch|NotInSame|BothNotNull|MustEmpty|CannotBoth/,
    [
      'Two parameters, or two resources that the call brings together, do not go together.',
      'Leave one out, or choose ones that fit, as the message says.',
    ],
  ],
  [
    /RenewalStatus/,
    ['The value of a parameter is not among those that the operation takes.', 'Send one that the message names.'],
  ],
  [
    /Status|State|Initializing|NotReady|Creating|Detaching|AlreadyDetached|NeverAttached/,
    [
      'The status of a resource does not allow it; the message has the one it has.',
      'Wait, or bring the resource into the status that is expected, then repeat the call.',
    ],
  ],
  [
    /Malformed|MalFormed|ValueNotSupported|NotSupported|Unsupported|^IllegalParam|^ILLEGAL|^Invalid/,
    [
      'The value of a parameter has not the form, or is not among the values, that the operation takes.',
      'The message names the parameter, its value and what is expected; send that.',
    ],
  ],
];
