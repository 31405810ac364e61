import type { Rule } from '../../operation/operation.ts';
import { isDescription, isResourceName } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';

/** `eni-` and letters, digits or dashes: lenient in length, since tests of real clients use ids like `eni-test-001` (ENI-109). */
export const networkInterfaceId: Rule<string> = (id) =>
  /^eni-[0-9a-zA-Z-]{1,64}$/.test(id) ? undefined : refuse('InvalidParams.EniId', { id });

export const instanceId: Rule<string> = (id) =>
  /^i-[0-9a-zA-Z-]{1,64}$/.test(id) ? undefined : refuse('InvalidInstanceID.Malformed', { id });

export const networkInterfaceName: Rule<string> = (value) =>
  isResourceName(value) ? undefined : refuse('InvalidParams.NetworkInterfaceName', { value });

export const description: Rule<string> = (value, name) =>
  isDescription(value) ? undefined : refuse('InvalidParameter', { name, value });

/** A rule for values of a fixed list. */
export const oneOf =
  (...allowed: readonly string[]): Rule<string> =>
  (value, name) =>
    allowed.includes(value) ? undefined : refuse('InvalidParameter', { name, value });
