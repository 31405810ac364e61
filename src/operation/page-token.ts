import { parseJson } from './json.ts';

/** The place in a list's order that a page ended at: the values the list is ordered by. */
type PlaceOf<Kinds extends readonly ('string' | 'number')[]> = {
  readonly [Index in keyof Kinds]: Kinds[Index] extends 'number' ? number : string;
};

/** The token that stands for a place. Clients hand it back as it is. */
export function tokenOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place a token stands for, when it is one of values of these kinds, numbers whole; undefined for any other text. */
export function placeOf<const Kinds extends readonly ('string' | 'number')[]>(
  token: string,
  kinds: Kinds,
): PlaceOf<Kinds> | undefined {
  const place = parseJson(Buffer.from(token, 'base64url').toString());
  const fits =
    Array.isArray(place) && place.length === kinds.length && kinds.every((kind, index) => isOf(kind, place[index]));
  return fits ? (place as unknown as PlaceOf<Kinds>) : undefined;
}

/** What the state can be asked for: no database takes half numbers for whole ones. */
function isOf(kind: 'string' | 'number', value: unknown): boolean {
  return kind === 'number' ? Number.isSafeInteger(value) : typeof value === 'string';
}
