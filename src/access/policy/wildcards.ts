const hasWildcard = /[*?]/;

/** Makes the test of a pattern in which `*` stands for any characters, also none, and `?` for exactly one. */
export function matcherOf(pattern: string): (text: string) => boolean {
  if (pattern === '*') return () => true;
  if (!hasWildcard.test(pattern)) return (text) => text === pattern;
  return (text) => matches(pattern, text);
}

/**
 * Walks both texts once and goes back to the last `*` only, so that no pattern takes more than the product of the
 * lengths; a regular expression of many stars would take exponential time.
 */
function matches(pattern: string, text: string): boolean {
  let [at, inText, star, resume] = [0, 0, -1, 0];
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = inText;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[inText])) {
      at++;
      inText++;
    } else if (star >= 0) {
      at = star + 1;
      inText = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
