/** XML with each element that holds others on lines of its own. */
export function indentedXml(text: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const part of text.match(/<[^>]+>[^<]*/g) ?? [text]) {
    const isClosing = part.startsWith('</');
    if (isClosing) depth -= 1;
    const previous = lines.at(-1);
    const closesPrevious = isClosing && previous !== undefined && isOpenWithText(previous, part);
    if (closesPrevious) lines[lines.length - 1] = `${previous}${part.trimEnd()}`;
    else lines.push(`${'  '.repeat(Math.max(depth, 0))}${part.trimEnd()}`);
    if (!isClosing && !/^<[?!]|\/>/.test(part)) depth += 1;
  }
  return lines.join('\n');
}

/** Whether a line is the beginning of the very element that a tag ends, with nothing but text in it. */
function isOpenWithText(line: string, closing: string): boolean {
  const name = /^<\/([^>\s]+)/.exec(closing)?.[1] ?? '';
  const open = line.trimStart();
  return (open.startsWith(`<${name}>`) || open.startsWith(`<${name} `)) && !open.includes('</');
}
