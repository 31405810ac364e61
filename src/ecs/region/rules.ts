import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

const languages = ['zh-CN', 'zh-TW', 'en-US', 'ja', 'fr', 'de', 'ko'];
const chargeTypes = ['PrePaid', 'PostPaid', 'SpotWithPriceLimit', 'SpotAsPriceGo'];
export const spotStrategies: readonly string[] = ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'];

/** A documented language. Names are English in all of them. */
export const acceptLanguage: Rule<string> = (value) =>
  languages.includes(value)
    ? undefined
    : refuse('InvalidAcceptLanguage.NotFound', { value, allowed: languages.join(', ') });

export const chargeType: Rule<string> = (value) =>
  chargeTypes.includes(value)
    ? undefined
    : refuse('InvalidInstanceChargeType.NotFound', { value, allowed: chargeTypes.join(', ') });

export const spotStrategy: Rule<string> = (value) =>
  spotStrategies.includes(value) ? undefined : refuse('InvalidSpotStrategy', { value });
