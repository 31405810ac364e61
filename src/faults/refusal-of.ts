import type { Refusal } from '../operation/refusal.ts';
import type { FaultAnswer } from './request-fault.ts';

/** The refusal that a request gets, with its own parameters in the message where a placeholder has the name of one. */
export function refusalOf({ status, code, template }: FaultAnswer, parameters: ReadonlyMap<string, string>): Refusal {
  const message = template.replace(/\{(\w+)\}/g, (_, name: string) => shownValue(name, parameters));
  return { kind: 'refusal', status, code, message };
}

const shownLength = 128;

function shownValue(placeholder: string, parameters: ReadonlyMap<string, string>): string {
  const wanted = placeholder.toLowerCase();
  for (const [name, value] of parameters) {
    if (name.toLowerCase() === wanted && value.length <= shownLength) return value;
  }
  return '...';
}
