import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { OperationDefinition } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { isDescription } from '../../operation/text.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { refuse } from '../refusals.ts';
import { diskCategories } from '../region/disk-categories.ts';
import { spotStrategy } from '../region/rules.ts';
import { checkTags } from '../tag/tags.ts';
import { checkUserDataSize, isBase64, isPassword } from './login.ts';
import { checkAutoRenewPeriod, checkPeriod } from './period.ts';
import { autoReleaseTime, httpPutResponseHopLimit } from './rules.ts';

const maxAmount = 100;
const maxDataDisks = 16;
const maxDataDiskGib = 65_536;
const categories: readonly string[] = diskCategories;

/** Formats of the parameters that can be judged one by one; those of names need to know the image. */
export const runInstancesRules = {
  Amount: (value) =>
    Number.isInteger(value) && value >= 1 && value <= maxAmount
      ? undefined
      : refuse('InvalidParam.Amount', { value, reason: `it is not a whole number from 1 to ${maxAmount}` }),
  Description: (value) => (isDescription(value) ? undefined : refuse('InvalidDescription.Malformed', { value })),
  PrivateIpAddress: (value) =>
    parseAddress(value) === undefined ? refuse('InvalidPrivateIpAddress.Malformed', { value }) : undefined,
  NetworkInterfaceQueueNumber: (value) =>
    Number.isInteger(value) && value >= 1 && value <= 2048
      ? undefined
      : refuse('InvalidParameter.InvalidEniQueueNumber', { value }),
  Tag: (tags) => checkTags(tags),
  Password: (value) => (isPassword(value) ? undefined : refuse('InvalidPassword.Malformed')),
  UserData: checkUserData,
  InstanceChargeType: (value) =>
    value === 'PostPaid' || value === 'PrePaid'
      ? undefined
      : refuse('InvalidInstanceChargeType.NotFound', { value, allowed: 'PostPaid or PrePaid' }),
  PeriodUnit: (value) =>
    value === 'Week' || value === 'Month' ? undefined : refuse('InvalidPeriodType.ValueNotSupported', { value }),
  SpotStrategy: spotStrategy,
  AutoReleaseTime: autoReleaseTime,
  CreditSpecification: (value) =>
    value === 'Standard' || value === 'Unlimited'
      ? undefined
      : refuse('InvalidParameter.CreditSpecification', { value }),
  InternetChargeType: (value) =>
    value === 'PayByTraffic' || value === 'PayByBandwidth'
      ? undefined
      : refuse('InvalidInternetChargeType.ValueNotSupported', { value }),
  InternetMaxBandwidthOut: (value) =>
    value >= 0 && value <= 100 ? undefined : refuse('InvalidInternetMaxBandwidthOut.Malformed', { value }),
  InternetMaxBandwidthIn: (value) =>
    value >= 1 && value <= 200 ? undefined : refuse('InvalidInternetMaxBandwidthIn.Malformed', { value, limit: 200 }),
  IoOptimized: (value) =>
    value === 'optimized' ? undefined : refuse('InvalidIoOptimize.ValueNotSupported', { value }),
  HttpTokens: (value) =>
    value === 'optional' || value === 'required' ? undefined : refuse('InvalidHttpTokens.NotSupported', { value }),
  HttpEndpoint: (value) =>
    value === 'enabled' || value === 'disabled' ? undefined : refuse('InvalidHttpEndpoint.NotSupported', { value }),
  HttpPutResponseHopLimit: httpPutResponseHopLimit,
  SystemDisk: ({ Category: value }) =>
    value === undefined || categories.includes(value)
      ? undefined
      : refuse('InvalidSystemDiskCategory.ValueNotSupported', { value, allowed: categories.join(', ') }),
  DataDisk: checkDataDisks,
} satisfies OperationDefinition<EcsRunInstancesParameters, object>['rules'];

/** What several parameters have to say together. */
export function checkTogether(parameters: EcsRunInstancesParameters): Refusal | undefined {
  const { Amount = 1, MinAmount, HostName, HostNames, Password, PasswordInherit } = parameters;
  if (MinAmount !== undefined && !(Number.isInteger(MinAmount) && MinAmount >= 1 && MinAmount <= Amount)) {
    return refuse('InvalidMinAmount.Malformed', { value: MinAmount, amount: Amount });
  }
  if (HostName !== undefined && HostNames.length > 0) {
    return refuse('InvalidParameter.Conflict', { first: 'HostName', second: 'HostNames.N' });
  }
  if (HostNames.length > 0 && HostNames.length !== Amount) {
    const value = `${HostNames.length} names for ${Amount} instances`;
    return refuse('InvalidParameter', { name: 'HostNames.N', value });
  }
  if (PasswordInherit === true && Password !== undefined) return refuse('InvalidPasswordParam.Mismatch');
  if (parameters.InstanceChargeType !== 'PrePaid') return undefined;
  return checkPeriod(parameters) ?? checkAutoRenewPeriod(parameters);
}

function checkUserData(value: string, name: string): Refusal | undefined {
  return isBase64(value) ? checkUserDataSize(value) : refuse('InvalidParameter', { name, value: 'it is not Base64' });
}

function checkDataDisks(disks: EcsRunInstancesParameters['DataDisk']): Refusal | undefined {
  if (disks.length > maxDataDisks) {
    return refuse('InstanceDiskNumber.LimitExceed', { count: disks.length, limit: maxDataDisks });
  }
  for (const { Category, Size } of disks) {
    if (Category !== undefined && !categories.includes(Category)) {
      const allowed = categories.join(', ');
      return refuse('InvalidDataDiskCategory.ValueNotSupported', { value: Category, allowed });
    }
    if (Size !== undefined && !(Number.isInteger(Size) && Size >= 1 && Size <= maxDataDiskGib)) {
      return refuse('InvalidDataDiskSize.ValueNotSupported', { value: Size, maximum: maxDataDiskGib });
    }
  }
  return undefined;
}
