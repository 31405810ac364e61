import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

const longestText = 128;

function displayNameRule(
  length: 'InvalidParameter.DisplayName.Length' | 'InvalidParameter.NewDisplayName.Length',
  invalidChars: 'InvalidParameter.DisplayName.InvalidChars' | 'InvalidParameter.NewDisplayName.InvalidChars',
): Rule<string> {
  return (value, name) => {
    if (value.length > longestText) return refuse(length, { name, value, longest: longestText });
    return /\p{Cc}/u.test(value) ? refuse(invalidChars, { name, value }) : undefined;
  };
}

function mobilePhoneRule(
  format: 'InvalidParameter.MobilePhone.Format' | 'InvalidParameter.NewMobilePhone.Format',
): Rule<string> {
  return (value, name) =>
    value === '' || /^\d{1,4}-\d{4,15}$/.test(value) ? undefined : refuse(format, { name, value });
}

function emailRule(format: 'InvalidParameter.Email.Format' | 'InvalidParameter.NewEmail.Format'): Rule<string> {
  return (value, name) =>
    value === '' || (value.length <= longestText && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value))
      ? undefined
      : refuse(format, { name, value });
}

/** At most 128 characters of any script, no control characters. Empty text, where it is kept, clears; so with all below. */
export const displayName = displayNameRule(
  'InvalidParameter.DisplayName.Length',
  'InvalidParameter.DisplayName.InvalidChars',
);
export const newDisplayName = displayNameRule(
  'InvalidParameter.NewDisplayName.Length',
  'InvalidParameter.NewDisplayName.InvalidChars',
);
/** `86-18600008888`: a dialling code, a hyphen and a number. */
export const mobilePhone = mobilePhoneRule('InvalidParameter.MobilePhone.Format');
export const newMobilePhone = mobilePhoneRule('InvalidParameter.NewMobilePhone.Format');
/** One `@` with a dotted name behind it. */
export const email = emailRule('InvalidParameter.Email.Format');
export const newEmail = emailRule('InvalidParameter.NewEmail.Format');
