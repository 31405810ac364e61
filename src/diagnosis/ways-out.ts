import type { Rule } from './diagnosis.ts';
import { note, type Refused } from './refused.ts';
import type { Step } from './step.ts';
import { allow, enableKey, signRight } from './ways-out/access.ts';
import { absent, giveParameter, nameRegion, openAccount, raiseQuota, sendAgain } from './ways-out/account.ts';
import {
  emptySecurityGroup,
  emptyVpc,
  emptyVSwitch,
  settleElasticIpAddress,
  settleInstance,
  waitForAvailable,
} from './ways-out/network.ts';
import { freeAndRepeat } from './ways-out/network-interface.ts';

type WayOut = (refused: Refused) => readonly Step[];

/** What is done about a code. */
const ofCodes: Readonly<Record<string, WayOut>> = {
  'InvalidOperation.InvalidEniState': freeAndRepeat,
  'InvalidOperation.InvalidEniType': freeAndRepeat,
  'InvalidOperation.EniServiceManaged': freeAndRepeat,
  'InvalidOperation.HasSlaveEniBonded': freeAndRepeat,
  'InvalidOperation.HasMemberEniAttached': freeAndRepeat,
  'InvalidOperation.InvalidEcsState': settleInstance,
  IncorrectInstanceStatus: settleInstance,
  'IncorrectInstanceStatus.Initializing': settleInstance,
  'InvalidInstanceStatus.NotStopped': settleInstance,
  IncorrectVSwitchStatus: waitForAvailable,
  IncorrectVpcStatus: waitForAvailable,
  'OperationFailed.InstanceStatusNotAllowed': waitForAvailable,
  IncorrectEipStatus: settleElasticIpAddress,
  DependencyViolation: emptySecurityGroup,
  'DependencyViolation.NetworkInterface': emptyVSwitch,
  'DependencyViolation.Instance': emptyVSwitch,
  'DependencyViolation.VSwitch': emptyVpc,
  'DependencyViolation.SecurityGroup': emptyVpc,
  'DependencyViolation.RouteTable': emptyVpc,
  'DependencyViolation.Ipv6Gateway': emptyVpc,
  'InvalidUserType.NotSupported': openAccount,
  'Abs.InvalidAccount.NotFound': openAccount,
  'Forbidden.NotSupportRAM': openAccount,
  'Forbedden.NotSupportRAM': openAccount,
  'Forbidden.RegionId': openAccount,
  'InvalidRegionId.NotFound': nameRegion,
  'InvalidRegionId.MalFormed': nameRegion,
  MissingParameter: giveParameter,
  'InvalidTimeStamp.Format': sendAgain,
  'InvalidTimeStamp.Expired': sendAgain,
  SignatureNonceUsed: sendAgain,
  IncompleteSignature: sendAgain,
  InvalidParamater: sendAgain,
  UnsupportedHTTPMethod: sendAgain,
  'InvalidSecurityToken.MismatchWithAccessKey': sendAgain,
  MissingSecurityToken: sendAgain,
  ServiceUnavailable: sendAgain,
  Throttling: sendAgain,
  'Forbidden.AccessKeyDisabled': enableKey,
  SignatureDoesNotMatch: signRight,
};

/** The steps after which the call succeeds, as far as they are known; the way out in words where they are not. */
export function stepsOf(refused: Refused, rule: Rule, wayOut: string): readonly Step[] {
  const steps = known(refused, rule);
  return steps.length === 0 ? [note(wayOut)] : steps;
}

function known(refused: Refused, rule: Rule): readonly Step[] {
  if (rule.kind === 'policy') return allow(refused, rule);
  if (refused.evidence.quota !== undefined) return raiseQuota(refused);
  const steps = ofCodes[refused.code]?.(refused) ?? [];
  return steps.length === 0 && rule.kind === 'absence' ? absent(refused) : steps;
}
