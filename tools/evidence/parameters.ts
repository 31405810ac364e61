import ts from 'typescript';
import type { ObjectShape, Shape } from '../../src/contracts/contract.ts';
import { type Place, visitValues } from './reach.ts';

/** One parameter of a contract: the names on the way to it, and how it is written, such as `Tag.N.Key`. */
export interface Parameter {
  readonly names: readonly string[];
  readonly written: string;
}

/** All parameters of a contract, members of objects and of lists of objects each by itself. */
export function parametersOf(shape: ObjectShape): readonly Parameter[] {
  return Object.entries(shape).flatMap(([name, inner]) => below({ names: [name], written: name }, inner));
}

function below(parameter: Parameter, shape: Shape): readonly Parameter[] {
  if (Array.isArray(shape)) return below({ ...parameter, written: `${parameter.written}.N` }, shape[0] as Shape);
  if (typeof shape !== 'object') return [parameter];
  return Object.entries(shape as ObjectShape).flatMap(([name, inner]) =>
    below({ names: [...parameter.names, name], written: `${parameter.written}.${name}` }, inner),
  );
}

/**
 * The names that places read: properties after a dot, properties taken apart by `{ Name }`, texts, and the names under
 * which an operation has rules. Properties of an object that is put together are not among them: they are answers.
 */
export function namesReadIn(places: readonly Place[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const place of places) {
    visitValues(place.node, (node) => {
      if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
      else if (ts.isStringLiteralLike(node)) names.add(node.text);
      else if (ts.isBindingElement(node)) addName(node.propertyName ?? node.name);
      else if (ts.isPropertyAssignment(node) && isNamed(node.name, 'rules')) addMembers(node.initializer);
    });
  }
  return names;

  function addName(name: ts.Node): void {
    if (ts.isIdentifier(name) || ts.isStringLiteral(name)) names.add(name.text);
  }
  function addMembers(rules: ts.Expression): void {
    if (ts.isObjectLiteralExpression(rules))
      for (const member of rules.properties) if (member.name) addName(member.name);
  }
}

function isNamed(name: ts.PropertyName, text: string): boolean {
  return ts.isIdentifier(name) && name.text === text;
}

/** Which parameters have all their names among those that are read, and which have not. */
export function divideParameters(
  parameters: readonly Parameter[],
  namesRead: ReadonlySet<string>,
): { readonly used: readonly string[]; readonly ignored: readonly string[] } {
  const isUsed = ({ names }: Parameter) => names.every((name) => namesRead.has(name));
  return {
    used: parameters.filter(isUsed).map(({ written }) => written),
    ignored: parameters.filter((parameter) => !isUsed(parameter)).map(({ written }) => written),
  };
}
