/** A text of a request as counterexamples have it: as it is, or one that is too long to be read. */
export type Text = string | Repeated;

/** `unit` so many times, between two other texts. */
export interface Repeated {
  readonly before: string;
  readonly unit: string;
  readonly times: number;
  readonly after: string;
}

/** The text with every `$name` that is known replaced. */
export function written(text: Text, names: ReadonlyMap<string, string>): string {
  if (typeof text === 'string') return named(text, names);
  const { before, unit, times, after } = text;
  return named(before, names) + named(unit, names).repeat(times) + named(after, names);
}

/** `$new7` stands for one of what earlier calls have made, whatever their number. */
function named(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\$([a-zA-Z0-9]+)/g, (reference, name: string) => names.get(name) ?? reference);
}

/**
 * Percent-encodes whatever a text holds, so that also half surrogate pairs reach the server, as the three bytes they
 * would have.
 */
export function formEncoded(text: string): string {
  let encoded = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      const bytes = [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
      encoded += bytes.map((byte) => `%${byte.toString(16)}`).join('');
    } else encoded += encodeURIComponent(character);
  }
  return encoded;
}
