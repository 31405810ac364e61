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
  return (text) => {
    const end = text.length - last.text.length;
    let from = first.text.length;
    if (from > end || !fits(first, text, 0) || !fits(last, text, end)) return false;
    for (const segment of others) {
      const at = find(segment, text, from);
      if (at < 0) return false;
      from = at + segment.text.length;
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
function find(segment: Segment, text: string, from: number): number {
  if (segment.isPlain) return text.indexOf(segment.text, from);
  for (let at = from; at + segment.text.length <= text.length; at++) if (fits(segment, text, at)) return at;
  return -1;
}
