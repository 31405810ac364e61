import type { ProductName } from '../contracts/contract.ts';
import { catalogues } from '../errors/catalogues.ts';
import { answeredCodes, unansweredCodes } from '../errors/evidence.generated.ts';
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
  const isAsked = (product: string, ofAction: string): boolean =>
    products.some((asked) => asked === product) && (action === undefined || action === ofAction);
  // One operation may have a status of its own for what any can be refused with.
  if (action === undefined) addOfAny(add);
  for (const [operation, pairs] of Object.entries(answeredCodes)) {
    const [product = '', ofAction = ''] = operation.split(' ');
    if (isAsked(product, ofAction)) for (const [status, code] of pairsIn(pairs)) add(status, code);
  }
  for (const published of Object.values(unansweredCodes)) {
    for (const one of published.split(', ')) {
      const [product = '', ofAction = '', status = '', code = ''] = one.split(' ');
      if (isAsked(product, ofAction)) add(Number(status), code);
    }
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

/** @param pairs status and code by turns, with spaces between */
function pairsIn(pairs: string): readonly (readonly [status: number, code: string])[] {
  const words = pairs.split(' ');
  return words.flatMap((code, index) => (index % 2 === 1 ? [[Number(words[index - 1]), code] as const] : []));
}
