import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

const longestText = 128;

/** At most 128 characters of any script, no control characters. Empty text, where it is kept, clears. */
export function displayNameRule(parameter: 'DisplayName' | 'NewDisplayName'): Rule<string> {
  return (value, name) => {
    if (value.length > longestText) {
      return refuse(`InvalidParameter.${parameter}.Length`, { name, value, longest: longestText });
    }
    return /\p{Cc}/u.test(value) ? refuse(`InvalidParameter.${parameter}.InvalidChars`, { name, value }) : undefined;
  };
}

/** `86-18600008888`: a dialling code, a hyphen and a number. Empty text, where it is kept, clears. */
export function mobilePhoneRule(parameter: 'MobilePhone' | 'NewMobilePhone'): Rule<string> {
  return (value, name) =>
    value === '' || /^\d{1,4}-\d{4,15}$/.test(value)
      ? undefined
      : refuse(`InvalidParameter.${parameter}.Format`, { name, value });
}

/** One `@` with a dotted name behind it. Empty text, where it is kept, clears. */
export function emailRule(parameter: 'Email' | 'NewEmail'): Rule<string> {
  return (value, name) =>
    value === '' || (value.length <= longestText && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value))
      ? undefined
      : refuse(`InvalidParameter.${parameter}.Format`, { name, value });
}
