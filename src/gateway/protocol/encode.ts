const unreservedOnly = /^[\w.~-]*$/;
const leftByEncodeUriComponent = /[!'()*]/g;

/**
 * Percent-encodes as signing wants it: RFC 3986, only `A-Z a-z 0-9 - _ . ~` stay, everything else as upper-case `%XX`
 * over UTF-8.
 *
 * @param text well-formed Unicode, which every parsed parameter is
 */
export function percentEncode(text: string): string {
  if (unreservedOnly.test(text)) return text;
  return encodeURIComponent(text).replace(leftByEncodeUriComponent, encodeAscii);
}

function encodeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Reads form encoding: `+` is a space, `%XX` are UTF-8 bytes. `undefined` when the text is not validly encoded. */
export function formDecode(text: string): string | undefined {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return undefined;
  }
}
