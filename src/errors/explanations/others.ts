import type { Explanations } from '../explanation.ts';

const busy: Explanations[string] = [
  'Localyun never answers this by itself: a fault that was set by POST /_localyun/faults does.',
  'Try again later, as with the real service; DELETE /_localyun/faults takes the faults away.',
];

/** Codes whose names do not say what is wrong. */
export const otherExplanations: Explanations = {
  'Throttling.User': busy,
  'Throttling.Api': busy,
  OperationConflict: busy,
  SystemBusy: busy,
  LastTokenProcessing: busy,
  DiskNotPortable: ['The disk is paid for with its instance and stays with it.', 'Use a disk that is paid for by use.'],
  DiskTypeViolation: ['The operation is not for system disks.', 'Name a data disk.'],
  NoChangeInDiskCategoryAndPerformanceLevel: [
    'Category and performance level of the disk are those that are asked for.',
    'Nothing: the wish is fulfilled.',
  ],
  UserNotInTheWhiteList: ['Disks that several instances share are not offered here.', 'Leave MultiAttach out.'],
  'PermissionDenied.TagsFuzzyQuery': [
    'Tags are found by whole keys and values here.',
    'Use Tag.N instead of TagFilter.N.',
  ],
  'OperationFailed.FilterParamUnderWrongRouteType': [
    'Entries of the system have no id and name that could be filtered by.',
    'Send RouteEntryType=Custom, or leave the filter out.',
  ],
  OperationDenied: ['A route entry of the system goes with its VPC or vSwitch.', 'Change custom entries only.'],
  'AuthenticationFail.NoPermission': [
    'The trust policy of the role does not let the caller, or the token of the identity provider, assume it.',
    'UpdateRole with a trust policy that names the caller under Principal.',
  ],
  'AuthenticationFail.OIDCToken.Expired': ['The token of the identity provider has expired.', 'Get a new one.'],
  'AuthenticationFail.OIDCToken.Invalid': [
    'The token is none, or not of the provider that is named.',
    'Get one for the audience of the provider.',
  ],
  CheckAuthenticationCodeFail: [
    'The codes are not the ones that the device shows, or not two that follow each other.',
    'Take two codes one after the other, with the clock set right.',
  ],
  'NotSupport.Account': [
    'The operation is for RAM users, not for the account itself.',
    'Call with the key of a RAM user.',
  ],
  'Illegal Parameter': [
    'Id or ServiceCode is not one that Location knows.',
    'Send a region and the code of a service, such as ecs.',
  ],
};
