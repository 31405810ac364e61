import type { ProductName } from '../contracts/contract.ts';
import { catalogues } from '../errors/catalogues.ts';
import { answered, unanswered } from '../errors/evidence.ts';
import type { FaultAnswer } from './request-fault.ts';

/** What requests can be answered with in place of an answer, by code. */
export type DocumentedCodes = ReadonlyMap<string, FaultAnswer>;

/**
 * The errors of an operation, or of all operations of products: what it answers here, what is published of it although it
 * is not answered here, and what any operation can be refused with.
 */
export function documentedCodes(products: readonly ProductName[], action: string | undefined): DocumentedCodes {
  const codes = new Map<string, FaultAnswer>();
  const templates = templatesOf(products);
  const add = (status: number, code: string): void => {
    const template = templates.get(`${status} ${code}`) ?? templates.get(code) ?? unworded(code);
    if (!codes.has(code)) codes.set(code, { status, code, template });
  };
  // One operation may have a status of its own for what any can be refused with.
  if (action === undefined) addOfAny(add);
  for (const one of [...answered(), ...unanswered()]) {
    const isAsked = products.includes(one.product) && (action === undefined || action === one.action);
    if (isAsked) add(one.status, one.code);
  }
  if (action !== undefined) addOfAny(add);
  return codes;
}

function addOfAny(add: (status: number, code: string) => void): void {
  for (const [of, catalogue] of catalogues) {
    if (of !== 'any') continue;
    for (const [name, [status, , code = name]] of Object.entries(catalogue)) add(status, code);
  }
}

/** Messages by code, and by status and code; those of the products before those of any operation. */
function templatesOf(products: readonly ProductName[]): ReadonlyMap<string, string> {
  const templates = new Map<string, string>();
  const put = (key: string, template: string) => templates.has(key) || templates.set(key, template);
  const ofProducts = catalogues.filter(([of]) => products.some((product) => product === of));
  for (const [, catalogue] of [...ofProducts, ...catalogues.filter(([of]) => of === 'any')]) {
    for (const [name, [status, template, code = name]] of Object.entries(catalogue)) {
      put(`${status} ${code}`, template);
      put(code, template);
    }
  }
  return templates;
}

function unworded(code: string): string {
  return `The request was refused with the code ${code}.`;
}
