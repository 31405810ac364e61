import ts from 'typescript';
import { calledName, type Module, type Modules } from './modules.ts';
import { reachedFrom, visitValues } from './reach.ts';

/** Where a test, or a group of tests, begins. */
export interface TestPlace {
  readonly path: string;
  readonly line: number;
  readonly title: string;
}

export interface TestCase extends TestPlace {
  /** Every text in the test, and in the declarations it names. */
  readonly texts: ReadonlySet<string>;
}

const testNames = new Set(['it', 'test']);

/** Every `it` of the test files, with what it names there and in the helpers beside it. */
export function testCasesIn(modules: Modules): readonly TestCase[] {
  const followed = new Map([...modules].filter(([path]) => isFollowed(path)));
  return testModules(modules).flatMap((module) =>
    callsOf(module, testNames).map((call) => ({
      ...placeOf(module, call),
      texts: textsReachedFrom(followed, module, call),
    })),
  );
}

/** The server names every operation, and the harness some: what a test says itself is not to be found in them. */
function isFollowed(path: string): boolean {
  return /\.(test|fixture)\.ts$/.test(path) || (path.startsWith('test/') && !path.startsWith('test/support/'));
}

/** Title and line of every `it` and `describe` of the test files. */
export function titlesIn(modules: Modules): readonly TestPlace[] {
  const names = new Set([...testNames, 'describe']);
  return testModules(modules).flatMap((module) => callsOf(module, names).map((call) => placeOf(module, call)));
}

function testModules(modules: Modules): readonly Module[] {
  return [...modules.values()].filter(({ path }) => path.endsWith('.test.ts'));
}

function callsOf(module: Module, names: ReadonlySet<string>): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  visitValues(module.source, (node) => {
    if (!ts.isCallExpression(node) || !names.has(calledName(node) ?? '')) return;
    const [title] = node.arguments;
    // In `it.each(table)(title, body)` only the outer call has a title.
    if (title && node.arguments.length > 1 && isText(title)) calls.push(node);
  });
  return calls;
}

function placeOf(module: Module, call: ts.CallExpression): TestPlace {
  const [title] = call.arguments;
  const { line } = module.source.getLineAndCharacterOfPosition(call.getStart());
  return { path: module.path, line: line + 1, title: title && isText(title) ? textOf(title) : '' };
}

function textsReachedFrom(modules: Modules, module: Module, call: ts.CallExpression): ReadonlySet<string> {
  return new Set(reachedFrom(modules, [{ module, node: call }]).flatMap(({ node }) => [...textsIn(node)]));
}

const textsOfNode = new WeakMap<ts.Node, ReadonlySet<string>>();

function textsIn(root: ts.Node): ReadonlySet<string> {
  const known = textsOfNode.get(root);
  if (known) return known;
  const texts = new Set<string>();
  visitValues(root, (node) => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) texts.add(node.name.text);
    // A method may be an operation: `account.createNetworkInterface(...)`, `client.deleteVpcWithOptions(...)`.
    else if (ts.isPropertyAccessExpression(node)) texts.add(actionOf(node.name.text));
  });
  textsOfNode.set(root, texts);
  return texts;
}

function actionOf(method: string): string {
  return `${method[0]?.toUpperCase()}${method.slice(1)}`.replace(/WithOptions$/, '');
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '';
  return `${node.head.text}${node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')}`;
}
