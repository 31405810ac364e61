import type { Rule } from '../operation/operation.ts';
import { refuse } from './refusals.ts';

const longestName = 64;
const longestText = 128;

type NameParameter = 'UserName' | 'NewUserName' | 'GroupName' | 'NewGroupName';

/** 1 to 64 letters, digits, `.`, `-` and `_`: the name of a user or a group. */
export function nameRule(parameter: NameParameter): Rule<string> {
  return (value, name) => {
    if (value.length === 0 || value.length > longestName) {
      return refuse(`InvalidParameter.${parameter}.Length`, { name, value, longest: longestName });
    }
    return /^[A-Za-z0-9._-]+$/.test(value)
      ? undefined
      : refuse(`InvalidParameter.${parameter}.InvalidChars`, { name, value });
  };
}

/** At most 128 characters. */
export function commentsRule(parameter: 'Comments' | 'NewComments'): Rule<string> {
  return (value, name) =>
    value.length > longestText
      ? refuse(`InvalidParameter.${parameter}.Length`, { name, value, longest: longestText })
      : undefined;
}

export const userName = nameRule('UserName');
export const groupName = nameRule('GroupName');
