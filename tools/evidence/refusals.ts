import ts from 'typescript';
import type { Modules } from './modules.ts';
import { type Place, visitValues } from './reach.ts';

/** An entry of a catalogue of refusals, as `'Key': [status, 'message', 'Code']` or `'Code': [status, 'message']`. */
export interface CatalogueEntry {
  readonly path: string;
  readonly key: string;
  readonly status: number;
  readonly code: string;
}

/** Every catalogue entry, by its key. */
export type Catalogue = ReadonlyMap<string, readonly CatalogueEntry[]>;

export function readCatalogue(modules: Modules): Catalogue {
  const entries = new Map<string, CatalogueEntry[]>();
  for (const { path, source } of modules.values()) {
    visitValues(source, (node) => {
      const entry = entryOf(node);
      if (entry) entries.set(entry.key, [...(entries.get(entry.key) ?? []), { path, ...entry }]);
    });
  }
  return entries;
}

/** What a catalogue entry says, if the node is one. */
export function entryOf(node: ts.Node): { key: string; status: number; code: string } | undefined {
  if (!ts.isPropertyAssignment(node) || !ts.isArrayLiteralExpression(node.initializer)) return undefined;
  if (!ts.isStringLiteral(node.name) && !ts.isIdentifier(node.name)) return undefined;
  const [status, message, code] = node.initializer.elements;
  if (!status || !ts.isNumericLiteral(status) || !/^[45]\d\d$/.test(status.text)) return undefined;
  if (!message || !ts.isStringLiteralLike(message)) return undefined;
  const key = node.name.text;
  return { key, status: Number(status.text), code: code && ts.isStringLiteralLike(code) ? code.text : key };
}

/** A code with the HTTP status it is answered with. */
export interface AnsweredCode {
  readonly code: string;
  readonly status: number;
}

/**
 * The refusals that places name: their texts that are keys of a catalogue, without the catalogues themselves. Of
 * several entries with one key, the one nearest in the folders is meant.
 */
export function refusalsIn(places: readonly Place[], catalogue: Catalogue): readonly AnsweredCode[] {
  const found = new Map<string, AnsweredCode>();
  for (const { module, node: root } of places) {
    visitUnlessEntry(root, (node) => {
      if (!ts.isStringLiteralLike(node)) return;
      const entry = nearest(catalogue.get(node.text) ?? [], module.path);
      if (entry) found.set(`${entry.status} ${entry.code}`, { code: entry.code, status: entry.status });
    });
  }
  return [...found.values()];
}

function visitUnlessEntry(root: ts.Node, visit: (node: ts.Node) => void): void {
  const inside = new Set<ts.Node>();
  visitValues(root, (node) => {
    if (inside.has(node.parent) || entryOf(node)) inside.add(node);
    else visit(node);
  });
}

function nearest(entries: readonly CatalogueEntry[], path: string): CatalogueEntry | undefined {
  return [...entries].sort((a, b) => sharedLength(b.path, path) - sharedLength(a.path, path))[0];
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
