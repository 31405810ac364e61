import { useState } from 'react';

/**
 * Whether a text needs an input of several lines, for one of a single line loses its line breaks. It keeps that input
 * when the last break is taken out, so that whoever does it can go on typing.
 */
export function useSeveralLines(text: string | undefined): boolean {
  const [had, setHad] = useState(false);
  const has = text !== undefined && /[\r\n]/.test(text);
  if (has && !had) setHad(true);
  return has || had;
}
