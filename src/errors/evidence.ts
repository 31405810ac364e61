import type { ProductName } from '../contracts/contract.ts';
import { answeredCodes, unansweredCodes } from './evidence.generated.ts';

/** A code that an operation answers or for which there is a reason why it does not. */
export interface EvidencedCode {
  readonly product: ProductName;
  readonly action: string;
  readonly status: number;
  readonly code: string;
}

/** Every code that is reached by a test of an operation. */
export function answered(): readonly EvidencedCode[] {
  return Object.entries(answeredCodes).flatMap(([operation, pairs]) => {
    const words = pairs.split(' ');
    return words.flatMap((code, index) => (index % 2 === 1 ? [read(`${operation} ${words[index - 1]} ${code}`)] : []));
  });
}

/** Every published code that no call is answered with here, and why. */
export function unanswered(): readonly (EvidencedCode & { readonly reason: string })[] {
  return Object.entries(unansweredCodes).flatMap(([reason, codes]) =>
    codes.split(', ').map((one) => ({ ...read(one), reason })),
  );
}

/** @param words product, operation, HTTP status and code, with spaces between */
function read(words: string): EvidencedCode {
  const [product = '', action = '', status = '', code = ''] = words.split(' ');
  return { product: product as ProductName, action, status: Number(status), code };
}
