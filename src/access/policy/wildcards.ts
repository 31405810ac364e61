/** Text without `*`, in which `?` stands for any one character. */
interface Segment {
  readonly length: number;
  fits(text: string, at: number): boolean;
  /** Where it fits first, from there on; -1 when it does not. */
  find(text: string, from: number): number;
}

/**
 * Makes the test of a pattern in which `*` stands for any characters, also none, and `?` for exactly one. What is
 * between two stars is looked for once and from the left, so that no pattern makes it try one text in many ways, as a
 * regular expression of many stars would.
 */
export function matcherOf(pattern: string): (text: string) => boolean {
  const [first, ...others] = pattern.split('*').map(segmentOf) as [Segment, ...Segment[]];
  const last = others.pop();
  if (last === undefined) return (text) => text.length === first.length && first.fits(text, 0);
  return (text) => {
    const end = text.length - last.length;
    let from = first.length;
    if (from > end || !first.fits(text, 0) || !last.fits(text, end)) return false;
    for (const segment of others) {
      const at = segment.find(text, from);
      if (at < 0) return false;
      from = at + segment.length;
    }
    return from <= end;
  };
}

function segmentOf(pattern: string): Segment {
  const { length } = pattern;
  if (!pattern.includes('?')) {
    return {
      length,
      fits: (text, at) => text.startsWith(pattern, at),
      find: (text, from) => text.indexOf(pattern, from),
    };
  }
  const fits = (text: string, at: number): boolean => {
    for (let index = 0; index < length; index++) {
      if (pattern[index] !== '?' && pattern[index] !== text[at + index]) return false;
    }
    return at + length <= text.length;
  };
  const find = (text: string, from: number): number => {
    for (let at = from; at + length <= text.length; at++) if (fits(text, at)) return at;
    return -1;
  };
  return { length, fits, find };
}
