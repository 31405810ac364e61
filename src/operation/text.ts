/** Shared text rules of names and descriptions; each operation chooses the refusal. */

/** 2 to 128 characters: letters of any script, digits, `:` `_` `.` `-`; starts with a letter; no URL scheme in front. */
export function isResourceName(value: string): boolean {
  return value.length >= 2 && /^\p{L}[\p{L}\p{Nd}:_.-]{1,127}$/u.test(value) && !startsWithScheme(value);
}

/** 2 to 256 characters, no URL scheme in front. */
export function isDescription(value: string): boolean {
  return value.length >= 2 && value.length <= 256 && !startsWithScheme(value);
}

export function startsWithScheme(value: string): boolean {
  return /^https?:\/\//i.test(value);
}
