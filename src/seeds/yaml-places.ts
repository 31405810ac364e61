import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { PlaceOf } from '../access/seed-refused.ts';

/** Finds lines and columns in a YAML document. What is not there is where it would have to be: in what is around it. `prefix` goes before every place. */
export function placesIn(document: Document, lines: LineCounter, prefix: string): PlaceOf {
  return ({ path, isOfName = false }) => {
    let offset = offsetOf(document.contents) ?? 0;
    let node: unknown = document.contents;
    for (const [depth, part] of path.entries()) {
      const child = childOf(resolved(node, document), part);
      if (child === undefined) break;
      const isName = isOfName && depth === path.length - 1;
      offset = (isName ? child.nameOffset : child.offset) ?? offset;
      node = child.node;
    }
    const { line, col } = lines.linePos(offset);
    return `${prefix}${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
}

interface Child {
  readonly node: unknown;
  readonly offset: number | undefined;
  readonly nameOffset: number | undefined;
}

function childOf(node: unknown, part: string | number): Child | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? undefined : { node: item, offset: offsetOf(item), nameOffset: offsetOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(part));
  if (pair === undefined) return undefined;
  return { node: pair.value, offset: placeOfPair(pair), nameOffset: offsetOf(pair.key) };
}

/** A value that is on lines of its own is shown by its key. */
function placeOfPair({ key, value }: Pair): number | undefined {
  const isBlock = isMap(value) || isSeq(value);
  return (isBlock ? undefined : offsetOf(value)) ?? offsetOf(key) ?? offsetOf(value);
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
