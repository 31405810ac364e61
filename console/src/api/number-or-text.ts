/**
 * What was typed where a number is wanted, for a body of the control API. What is no number goes along as text, and the
 * server says what is wrong with it: read as a number, nothing would be 0, and JSON writes others as null.
 */
export function numberOrText(typed: string): number | string {
  const text = typed.trim();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
