import type { Rule } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { isResourceName } from '../../operation/text.ts';
import { jsonList } from '../instance/json-list.ts';
import { refuse } from '../refusals.ts';

export const keyPairName: Rule<string> = (value) =>
  isResourceName(value) ? undefined : refuse('InvalidKeyPairName.Malformed', { value });

const maxNames = 100;
const maxInstances = 50;

/** The names of a request, `["one", "two"]`. */
export function keyPairNames(text: string): readonly string[] | Refusal {
  const names = jsonList(text, Number.POSITIVE_INFINITY);
  if (names === undefined || names === 'malformed' || names.length === 0) {
    return refuse('InvalidKeyPairNames.ValueNotSupported', { value: text });
  }
  const counted = { name: 'KeyPairNames', count: names.length, limit: maxNames };
  return names.length > maxNames ? refuse('InstanceKeyPairLimitExceeded', counted) : [...new Set(names)];
}

/** The instances of a request, `["i-1", "i-2"]`. */
export function instanceIds(text: string): readonly string[] | Refusal {
  const ids = jsonList(text, Number.POSITIVE_INFINITY);
  if (ids === undefined || ids === 'malformed' || ids.length === 0) {
    return refuse('InvalidInstanceIds.ValueNotSupported', { value: text });
  }
  const counted = { name: 'InstanceIds', count: ids.length, limit: maxInstances };
  return ids.length > maxInstances ? refuse('InstanceKeyPairLimitExceeded', counted) : [...new Set(ids)];
}

/** Refuses a list that is not one; what it names is looked up later. */
export const isListOf =
  (read: (text: string) => readonly string[] | Refusal): Rule<string> =>
  (text) => {
    const list = read(text);
    return isRefusal(list) ? list : undefined;
  };
