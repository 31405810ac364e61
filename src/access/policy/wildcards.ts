/** Text without `*`, in which `?` stands for any one character. */
interface Segment {
  readonly text: string;
  /** Whether there is no `?` in it. */
  readonly isPlain: boolean;
}

/**
 * Makes the test of a pattern in which `*` stands for any characters, also none, and `?` for exactly one. What is
 * between two stars is looked for once and from the left, so that no pattern makes it try one text in many ways, as a
 * regular expression of many stars would.
 */
export function matcherOf(pattern: string): (text: string) => boolean {
  const [first, ...others] = pattern.split(/\*+/).map(segmentOf) as [Segment, ...Segment[]];
  const last = others.pop();
  if (last === undefined) return (text) => text.length === first.text.length && fits(first, text, 0);
  const between = others.map((segment) => ({ search: searchOf(segment), length: segment.text.length }));
  return (text) => {
    const end = text.length - last.text.length;
    let from = first.text.length;
    if (from > end || !fits(first, text, 0) || !fits(last, text, end)) return false;
    for (const { search, length } of between) {
      const at = search(text, from);
      if (at < 0) return false;
      from = at + length;
    }
    return from <= end;
  };
}

function segmentOf(text: string): Segment {
  return { text, isPlain: !text.includes('?') };
}

function fits({ text: wanted, isPlain }: Segment, text: string, at: number): boolean {
  if (isPlain) return text.startsWith(wanted, at);
  for (let index = 0; index < wanted.length; index++) {
    if (wanted[index] !== '?' && wanted[index] !== text[at + index]) return false;
  }
  return at + wanted.length <= text.length;
}

/** Where a segment fits first, from there on; -1 when it does not. */
type Search = (text: string, from: number) => number;

function searchOf({ text: wanted, isPlain }: Segment): Search {
  if (isPlain) return (text, from) => text.indexOf(wanted, from);
  const [longest = ''] = wanted.split('?').sort((one, other) => other.length - one.length);
  // What a search needs is made for the first text that it may be found in.
  let search: Search | undefined;
  return (text, from) => {
    if (from + wanted.length > text.length || !text.includes(longest, from)) return -1;
    search ??= searchAtAllPlaces(wanted);
    return search(text, from);
  };
}

const wordBits = 32;

/**
 * Reads a text once, and keeps of all places at which the segment may have begun whether it fits so far, a bit each: where
 * many places fit for long, none is tried again. This is the Shift-And algorithm.
 */
function searchAtAllPlaces(wanted: string): Search {
  const { ofOthers, byCharacter } = fittingPlaces(wanted);
  const lastWord = ofOthers.length - 1;
  const lastBit = 1 << ((wanted.length - 1) % wordBits);
  return (text, from) => {
    // Bit n says whether the n + 1 characters that were read last fit the beginning of the segment.
    const begun = new Int32Array(ofOthers.length);
    for (let at = from; at < text.length; at++) {
      const fitting = byCharacter.get(text.charCodeAt(at)) ?? ofOthers;
      let carried = 1;
      for (let word = 0; word <= lastWord; word++) {
        const before = begun[word] ?? 0;
        begun[word] = ((before << 1) | carried) & (fitting[word] ?? 0);
        carried = before >>> (wordBits - 1);
      }
      if (((begun[lastWord] ?? 0) & lastBit) !== 0) return at - wanted.length + 1;
    }
    return -1;
  };
}

/** In which places of the segment each of its characters fits, a bit a place; all others fit where a `?` is. */
function fittingPlaces(wanted: string) {
  const ofOthers = new Int32Array(Math.ceil(wanted.length / wordBits));
  const add = (places: Int32Array, at: number) => {
    const word = Math.floor(at / wordBits);
    places[word] = (places[word] ?? 0) | (1 << (at % wordBits));
  };
  for (let at = 0; at < wanted.length; at++) if (wanted[at] === '?') add(ofOthers, at);
  const byCharacter = new Map<number, Int32Array>();
  for (let at = 0; at < wanted.length; at++) {
    if (wanted[at] === '?') continue;
    const character = wanted.charCodeAt(at);
    const places = byCharacter.get(character) ?? ofOthers.slice();
    add(places, at);
    byCharacter.set(character, places);
  }
  return { ofOthers, byCharacter };
}
