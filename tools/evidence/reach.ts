import ts from 'typescript';
import type { Module, Modules } from './modules.ts';

/** A piece of source with the file it is in. */
export interface Place {
  readonly module: Module;
  readonly node: ts.Node;
}

/**
 * The places themselves and every declaration they name, directly or through others, over the borders of files.
 * A name stands for what its file declares or imports under it; types, and names after a dot, are not followed.
 */
export function reachedFrom(modules: Modules, start: readonly Place[]): readonly Place[] {
  const reached = new Map<ts.Node, Place>();
  const queue = [...start];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (reached.has(place.node)) continue;
    reached.set(place.node, place);
    for (const name of namesIn(place.node)) {
      const found = declarationOf(modules, place.module, name);
      if (found) queue.push(found);
    }
  }
  return [...reached.values()];
}

const namesOfNode = new WeakMap<ts.Node, ReadonlySet<string>>();

/** The names that a piece of source refers to; remembered, since every operation comes by the same helpers. */
function namesIn(root: ts.Node): ReadonlySet<string> {
  const known = namesOfNode.get(root);
  if (known) return known;
  const names = new Set<string>();
  visitValues(root, (node) => {
    if (ts.isIdentifier(node) && isReference(node)) names.add(node.text);
  });
  namesOfNode.set(root, names);
  return names;
}

/** What a name means in a file. */
export function declarationOf(modules: Modules, module: Module, name: string): Place | undefined {
  const own = module.declarations.get(name);
  if (own) return { module, node: own };
  const imported = module.imports.get(name);
  const from = imported && modules.get(imported.path);
  return from && imported && declarationOf(modules, from, imported.name);
}

/** Every node that is no type, import or export list. */
export function visitValues(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    if (ts.isImportDeclaration(child) || ts.isInterfaceDeclaration(child) || ts.isTypeAliasDeclaration(child)) return;
    visitValues(child, visit);
  });
}

/** Whether an identifier stands for a declaration, and not for the name of a property. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return true;
}
