import type { Rule } from '../operation/operation.ts';
import { refuse } from './refusals.ts';

const longestName = 64;
const longestText = 128;

type NameParameter = 'UserName' | 'NewUserName' | 'GroupName' | 'NewGroupName';

function nameRule(
  length: `InvalidParameter.${NameParameter}.Length`,
  invalidChars: `InvalidParameter.${NameParameter}.InvalidChars`,
): Rule<string> {
  return (value, name) => {
    if (value.length > longestName) return refuse(length, { name, value, longest: longestName });
    return /^[A-Za-z0-9._-]+$/.test(value) ? undefined : refuse(invalidChars, { name, value });
  };
}

function commentsRule(
  length: 'InvalidParameter.Comments.Length' | 'InvalidParameter.NewComments.Length',
): Rule<string> {
  return (value, name) =>
    value.length > longestText ? refuse(length, { name, value, longest: longestText }) : undefined;
}

/** 1 to 64 letters, digits, `.`, `-` and `_`; so are all names of users and groups. */
export const userName = nameRule('InvalidParameter.UserName.Length', 'InvalidParameter.UserName.InvalidChars');
export const newUserName = nameRule('InvalidParameter.NewUserName.Length', 'InvalidParameter.NewUserName.InvalidChars');
export const groupName = nameRule('InvalidParameter.GroupName.Length', 'InvalidParameter.GroupName.InvalidChars');
export const newGroupName = nameRule(
  'InvalidParameter.NewGroupName.Length',
  'InvalidParameter.NewGroupName.InvalidChars',
);
/** At most 128 characters. */
export const comments = commentsRule('InvalidParameter.Comments.Length');
export const newComments = commentsRule('InvalidParameter.NewComments.Length');
