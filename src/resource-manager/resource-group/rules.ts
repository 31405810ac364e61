import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

const shortestName = 2;
const longestName = 50;
const longestDisplayName = 50;

/** 2 to 50 letters, digits and hyphens; a letter first. */
export const resourceGroupName: Rule<string> = (value) => {
  if (value.length < shortestName || value.length > longestName) {
    return refuse('InvalidParameter.Name.Length', { value, shortest: shortestName, longest: longestName });
  }
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(value) ? undefined : refuse('InvalidParameter.Name.InvalidChars', { value });
};

/** 1 to 50 characters of any script, not only blanks, no control characters. */
export const displayName: Rule<string> = (value, name) => {
  if ([...value].length > longestDisplayName) {
    return refuse('InvalidParameter.DisplayName.Length', { name, value, longest: longestDisplayName });
  }
  return value.trim() === '' || /\p{Cc}/u.test(value)
    ? refuse('InvalidParameter.DisplayName', { name, value })
    : undefined;
};

/** `rg-` and letters or digits; shorter ones than real ids are taken, since examples have them. */
export const resourceGroupId: Rule<string> = (id) =>
  /^rg-[0-9A-Za-z-]{1,64}$/.test(id)
    ? undefined
    : refuse('InvalidParameter.ResourceGroupId', {
        id,
        reason: 'has not the form of an id, rg- and letters or digits',
      });
