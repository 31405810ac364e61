import { posix } from 'node:path';
import ts from 'typescript';

/** A source file as text; the path is relative to the repository, with `/` between folders. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A source file, read as far as is needed to follow its names. Nothing is run and no types are looked at. */
export interface Module {
  readonly path: string;
  readonly source: ts.SourceFile;
  /** What the file declares by name: at its top level, and in the bodies of `describe` calls. */
  readonly declarations: ReadonlyMap<string, ts.Node>;
  /** Local name to where it comes from, for imports of other files of the repository. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

export type Modules = ReadonlyMap<string, Module>;

export function readModules(files: readonly SourceText[]): Modules {
  return new Map(files.map((file) => [file.path, readModule(file)]));
}

export function readModule({ path, text }: SourceText): Module {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const declarations = new Map<string, ts.Node>();
  const imports = new Map<string, { path: string; name: string }>();
  readStatements(source.statements, declarations);
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const specifier = statement.moduleSpecifier.text;
    const bindings = statement.importClause?.namedBindings;
    if (!specifier.startsWith('.') || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const from = posix.join(posix.dirname(path), specifier);
    for (const { name, propertyName } of bindings.elements) {
      imports.set(name.text, { path: from, name: (propertyName ?? name).text });
    }
  }
  return { path, source, declarations, imports };
}

function readStatements(statements: readonly ts.Statement[], declarations: Map<string, ts.Node>): void {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name) declarations.set(statement.name.text, statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        for (const name of boundNames(declaration.name)) declarations.set(name, declaration);
      }
    } else if (ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)) {
      const call = statement.expression;
      if (calledName(call) !== 'describe') continue;
      for (const argument of call.arguments) {
        if (ts.isFunctionLike(argument) && 'body' in argument && argument.body && ts.isBlock(argument.body)) {
          readStatements(argument.body.statements, declarations);
        }
      }
    }
  }
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The name a chain of calls begins with: `it` for `it(...)`, `it.each(table)(...)` and `it.only(...)`. */
export function calledName(call: ts.CallExpression): string | undefined {
  let callee: ts.Expression = call.expression;
  while (
    ts.isCallExpression(callee) ||
    ts.isPropertyAccessExpression(callee) ||
    ts.isTaggedTemplateExpression(callee)
  ) {
    callee = ts.isTaggedTemplateExpression(callee) ? callee.tag : callee.expression;
  }
  return ts.isIdentifier(callee) ? callee.text : undefined;
}
