import { Buffer } from 'node:buffer';

/** Texts beyond these are cut, in characters. */
export const longestName = 512;
export const longestValue = 32_768;
export const longestBody = 65_536;

/** A text of its own: a part of a longer one keeps the whole alive, such as a name the body that it was sent in. */
export function copyOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** A text as it is kept: a long one as a copy of its beginning that says how long it was. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : beginning(text, text, longest);
}

/** The same of what a long text was made into, such as its beginning without secrets. */
export function beginning(whole: string, made: string, longest: number): string {
  // Half of a character would not be text.
  return `${copyOf(made.slice(0, longest).replace(/[\ud800-\udbff]$/, ''))}... (${whole.length} characters)`;
}
