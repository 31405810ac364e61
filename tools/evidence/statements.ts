import type { TestPlace } from './test-cases.ts';

/** The numbers of the statements that `docs/semantics.md` makes, in its order: `| <a id="eni-7"></a>ENI-7 | ...`. */
export function statementNumbers(semantics: string): readonly number[] {
  return [...semantics.matchAll(/<a id="eni-(\d+)"><\/a>/g)].map(([, number]) => Number(number));
}

/** The statements a title claims to prove: `ENI-54 ENI-55 ...` and `ENI-103..105`. */
export function statementsIn(title: string): readonly number[] {
  return [...title.matchAll(/\bENI-(\d+)(?:\.\.(\d+))?/g)].flatMap(([, first, last = first]) => {
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: Math.max(count, 1) }, (_, index) => Number(first) + index);
  });
}

/** For each statement the places whose titles carry its number. */
export function testsByStatement(
  numbers: readonly number[],
  titles: readonly TestPlace[],
): ReadonlyMap<number, readonly TestPlace[]> {
  const places = new Map<number, TestPlace[]>(numbers.map((number) => [number, []]));
  for (const place of titles) for (const number of statementsIn(place.title)) places.get(number)?.push(place);
  return places;
}
