import type { Rule } from '../operation/operation.ts';
import { refuse } from './refusals.ts';

const longest = 1_024;

/** The description of a role or policy: at most 1024 characters. */
export const description: Rule<string> = (value, name) =>
  value.length > longest
    ? refuse('InvalidParameter.Description.Length', { name, length: value.length, longest })
    : undefined;
