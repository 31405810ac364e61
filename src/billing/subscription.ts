import type { Instance } from '../ecs/instance/instance.ts';
import { expiresAtMs, settingsOf } from '../ecs/instance/settings.ts';
import { utcSeconds } from '../operation/time.ts';

/** How an instance is renewed when its subscription ends. */
export const renewStatuses = ['AutoRenewal', 'ManualRenewal', 'NotRenewal'] as const;

/** The seller and its number: Alibaba Cloud itself. */
const seller = { Seller: '26842', SellerId: 26842 };

/** What an instance is to the bill. */
export interface BilledInstance {
  readonly instance: Instance;
  /** Undefined for one that is paid as it goes, and so is its renewal. */
  readonly expiresAtMs: number | undefined;
  readonly renewStatus: (typeof renewStatuses)[number] | undefined;
}

/** Works out the subscription of an instance. */
export function billed(instance: Instance): BilledInstance {
  const ends = expiresAtMs(instance);
  const renewal = settingsOf(instance).AutoRenew === true ? 'AutoRenewal' : 'ManualRenewal';
  return { instance, expiresAtMs: ends, renewStatus: ends === undefined ? undefined : renewal };
}

/** Billing's view of an instance at a time. */
export function describedSubscription({ instance, expiresAtMs, renewStatus }: BilledInstance, nowMs: number) {
  const isExpired = expiresAtMs !== undefined && expiresAtMs <= nowMs;
  const isRenewed = renewStatus === 'AutoRenewal';
  return {
    InstanceID: instance.instanceId,
    OwnerId: Number(instance.accountId),
    ProductCode: 'ecs',
    ProductType: 'ecs',
    Region: instance.regionId,
    SubscriptionType: expiresAtMs === undefined ? 'PayAsYouGo' : 'Subscription',
    Status: instance.status === 'Pending' ? 'Creating' : isExpired ? 'Expired' : 'Normal',
    CreateTime: utcSeconds(instance.createdAtMs),
    EndTime: expiresAtMs === undefined ? undefined : utcSeconds(expiresAtMs),
    RenewStatus: renewStatus,
    RenewalDuration: isRenewed ? (settingsOf(instance).AutoRenewPeriod ?? 1) : undefined,
    RenewalDurationUnit: isRenewed ? 'M' : undefined,
    ...seller,
  };
}
