import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type Disk, type DiskCategory, type PerformanceLevel, performanceLevels } from './disk.ts';
import { mostProvisionedIops } from './performance.ts';

/** What is asked for of a disk beside its category and size. */
export interface WantedOptions {
  readonly performanceLevel?: string | undefined;
  readonly provisionedIops?: number | undefined;
  readonly burstingEnabled?: boolean | undefined;
  readonly encrypted?: boolean | undefined;
  readonly kmsKeyId?: string | undefined;
}

/** What a disk has of them. */
export type Options = Pick<Disk, 'performanceLevel' | 'provisionedIops' | 'burstingEnabled' | 'encrypted' | 'kmsKeyId'>;

export function isPerformanceLevel(value: string): value is PerformanceLevel {
  return (performanceLevels as readonly string[]).includes(value);
}

/** The options of a disk of this category and size. Other categories than ESSD have no level, whatever is asked for. */
export function optionsOf(wanted: WantedOptions, category: DiskCategory, sizeGib: number): Options | Refusal {
  const { performanceLevel: level = 'PL1', provisionedIops = 0, encrypted = false, kmsKeyId = '' } = wanted;
  if (!isPerformanceLevel(level)) return refuse('InvalidPerformanceLevel.Malformed', { value: level });
  const refused = checkAutoPl(wanted, category, sizeGib);
  if (refused) return refused;
  if (kmsKeyId !== '' && !encrypted) return refuse('InvalidParameter.EncryptedIllegal', { kmsKeyId });
  return {
    performanceLevel: category === 'cloud_essd' ? level : '',
    provisionedIops,
    burstingEnabled: wanted.burstingEnabled === true ? 1 : 0,
    encrypted: encrypted ? 1 : 0,
    kmsKeyId,
  };
}

/** What only an ESSD AutoPL disk has, and of that no more than its size allows. */
export function checkAutoPl(
  { provisionedIops: value = 0, burstingEnabled = false }: WantedOptions,
  category: DiskCategory,
  sizeGib: number,
): Refusal | undefined {
  if (category !== 'cloud_auto') {
    if (value !== 0) return refuse('ProvisionedIopsForDiskCategoryUnsupported', { category });
    return burstingEnabled ? refuse('BurstingEnabledForDiskCategoryUnsupported', { category }) : undefined;
  }
  const limit = mostProvisionedIops(sizeGib);
  if (!(Number.isInteger(value) && value >= 0 && value <= limit)) {
    return refuse('InvalidProvisionedIops.LimitExceed', { value, limit, sizeGib });
  }
  return burstingEnabled && sizeGib <= 3 ? refuse('InvalidBurstingEnabled.DiskSizeTooSmall', { sizeGib }) : undefined;
}
