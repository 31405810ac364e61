import { createHmac } from 'node:crypto';
import { encodeDiagnosticMessage } from '../../../src/access/policy/diagnostic-message.ts';
import { type Kept, preparing, type Step, stepsOf } from '../step.ts';

const ram = stepsOf('Ram');
const user = { UserName: 'alice' };
const named = { UserName: '$userName' };
const group = { GroupName: '$groupName' };
const key = { ...named, UserAccessKeyId: '$keyId' };
const administrator = { ...named, PolicyType: 'System', PolicyName: 'AdministratorAccess' };
const password = 'Str0ng-Password!';

/** RAM users with what they log in with, and groups. Users and groups are kept under their names. */
export const ramUsers: readonly Step[] = [
  ram('CreateUser', { ...user, DisplayName: 'Alice' }, { userName: 'User.UserName' }),
  ram('GetUser', named),
  ram('ListUsers'),
  ram('UpdateUser', { ...named, NewDisplayName: 'Alice A.' }),
  ram('CreateAccessKey', named, { keyId: 'AccessKey.AccessKeyId' }),
  ram('ListAccessKeys', named),
  ram('GetAccessKeyLastUsed', key),
  ram('UpdateAccessKey', { ...key, Status: 'Active' }),
  ram('SetPasswordPolicy', { MinimumPasswordLength: 10 }),
  ram('GetPasswordPolicy'),
  ram('SetSecurityPreference', { AllowUserToChangePassword: true }),
  ram('GetSecurityPreference'),
  ram('SetAccountAlias', { AccountAlias: 'every-operation' }),
  ram('GetAccountAlias'),
  ram('ClearAccountAlias'),
  ram('CreateLoginProfile', { ...named, Password: password }),
  ram('GetLoginProfile', named),
  ram('UpdateLoginProfile', { ...named, MFABindRequired: false }),
  preparing(ram('AttachPolicyToUser', administrator)),
  {
    ...ram('ChangePassword', { OldPassword: password, NewPassword: 'An0ther-Password!' }),
    caller: '$keyId',
  },
  preparing(ram('DetachPolicyFromUser', administrator)),
  ram(
    'CreateVirtualMFADevice',
    { VirtualMFADeviceName: 'phone' },
    { serialNumber: 'VirtualMFADevice.SerialNumber', seed: 'VirtualMFADevice.Base32StringSeed' },
  ),
  ram('ListVirtualMFADevices'),
  { ...ram('BindMFADevice', { ...named, SerialNumber: '$serialNumber' }), late: authenticationCodes },
  ram('GetUserMFAInfo', named),
  ram('UnbindMFADevice', named),
  ram('DeleteVirtualMFADevice', { SerialNumber: '$serialNumber' }),
  ram('CreateGroup', { GroupName: 'web' }, { groupName: 'Group.GroupName' }),
  ram('GetGroup', group),
  ram('ListGroups'),
  ram('UpdateGroup', { ...group, NewComments: 'those of the shop' }),
  ram('AddUserToGroup', { ...group, ...named }),
  ram('ListUsersForGroup', group),
  ram('ListGroupsForUser', named),
  { ...ram('DecodeDiagnosticMessage'), late: diagnosis },
];

export const ramUsersEnd: readonly Step[] = [
  ram('RemoveUserFromGroup', { ...group, ...named }),
  ram('DeleteGroup', group),
  ram('DeleteLoginProfile', named),
  ram('DeleteAccessKey', key),
  ram('DeleteUser', named),
];

/** A message that the account could have been answered. */
function diagnosis(kept: Kept) {
  return {
    EncodedDiagnosticMessage: encodeDiagnosticMessage({
      AuthAction: 'ram:ListUsers',
      AuthResource: '*',
      AuthPrincipalType: 'SubUser',
      AuthPrincipalOwnerId: kept.get('accountId') ?? '',
      AuthPrincipalDisplayName: 'some user',
      NoPermissionType: 'ImplicitDeny',
      PolicyType: 'AccountLevelIdentityBasedPolicy',
      Conditions: {},
      MatchedPolicies: [],
    }),
  };
}

/** Two codes in a row, as the device shows them now. */
function authenticationCodes(kept: Kept) {
  const interval = Math.floor(Number(kept.get('nowMs')) / 30_000);
  const seed = kept.get('seed') ?? '';
  return { AuthenticationCode1: codeAt(seed, interval - 1), AuthenticationCode2: codeAt(seed, interval) };
}

/** The time-based code of RFC 6238. */
function codeAt(base32Seed: string, interval: number): string {
  const bits = [...base32Seed].map((char) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(interval));
  const digest = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
