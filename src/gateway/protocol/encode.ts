const leftByEncodeUriComponent = /[!'()*]/g;

/** Encodes each ASCII character for itself; `''` for those that stay. */
type EncodingTable = readonly string[];

const once = tableOf('%');
const twice = tableOf('%25');

function tableOf(percent: string): EncodingTable {
  return Array.from({ length: 128 }, (_, code) =>
    /[\w.~-]/.test(String.fromCharCode(code)) ? '' : `${percent}${hexadecimal(code)}`,
  );
}

function hexadecimal(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

/**
 * Percent-encodes as signing wants it: RFC 3986, only `A-Z a-z 0-9 - _ . ~` stay, everything else as upper-case `%XX`
 * over UTF-8.
 *
 * @param text well-formed Unicode, which every parsed parameter is
 */
export function percentEncode(text: string): string {
  return encodeAscii(text, once) ?? encodeAny(text);
}

/** Percent-encodes what is percent-encoded already, as in the string to sign of V1. */
export function percentEncodeTwice(text: string): string {
  return encodeAscii(text, twice) ?? encodeAny(text).replaceAll('%', '%25');
}

/** `undefined` when the text is not ASCII. */
function encodeAscii(text: string, table: EncodingTable): string | undefined {
  let encoded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const escaped = table[text.charCodeAt(at)];
    if (escaped === '') continue;
    if (escaped === undefined) return undefined;
    encoded += text.slice(from, at) + escaped;
    from = at + 1;
  }
  return from === 0 ? text : encoded + text.slice(from);
}

function encodeAny(text: string): string {
  return encodeURIComponent(text).replace(
    leftByEncodeUriComponent,
    (character) => `%${hexadecimal(character.charCodeAt(0))}`,
  );
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
