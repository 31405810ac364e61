import type { Contract, Shape } from '../../src/contracts/contract.ts';
import type { Operation } from '../../src/operation/operation.ts';
import { flatten, type Parameters } from '../support/signed-client.ts';
import { fillIn, type Kept, referencesIn } from './step.ts';

/** A call that is in order but for one thing. */
export interface Mutation {
  /** What is wrong: `NetworkInterfaceId missing`. */
  readonly name: string;
  /** Flat parameters as they are sent. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether an operation that only reads may answer it, with nothing in it. */
  readonly readable: boolean;
}

const tooLong = 'x'.repeat(70_000);

/** Everything that can be wrong about one call, drawn from its contract and the parameters that are in order. */
export function mutationsOf(
  contract: Contract,
  operation: Operation,
  inOrder: Parameters,
  kept: Kept,
): readonly Mutation[] {
  const filled = flatten(fillIn(inOrder, (name) => kept.get(name) ?? ''));
  const names = topLevelNames(filled);
  const required = new Set([...contract.required, ...((operation.required ?? []) as readonly string[])]);
  return [
    ...[...required].flatMap((name) => [
      { name: `${name} missing`, parameters: without(filled, name), readable: false },
      // Where the empty text is a value, it is no fault.
      ...(operation.keptEmpty.has(name)
        ? []
        : [{ name: `${name} empty`, parameters: { ...without(filled, name), [name]: '' }, readable: false }]),
    ]),
    ...Object.entries(contract.parameters).flatMap(([name, shape]) => ofType(filled, name, shape)),
    ...names
      .filter((name) => contract.parameters[name] === 'string')
      .map((name) => ({ name: `${name} too long`, parameters: { ...filled, [name]: tooLong }, readable: true })),
    ...referencesIn(inOrder).map((unknown) => ({
      name: `unknown $${unknown}`,
      parameters: flatten(
        fillIn(inOrder, (name) => (name === unknown ? unlike(kept.get(name) ?? '') : (kept.get(name) ?? ''))),
      ),
      readable: true,
    })),
  ];
}

function topLevelNames(flat: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(Object.keys(flat).map((name) => name.split('.')[0] ?? name))];
}

function without(flat: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(flat).filter(([key]) => key !== name && !key.startsWith(`${name}.`)));
}

/** Values that have not the type of the contract. */
function ofType(filled: Readonly<Record<string, string>>, name: string, shape: Shape): Mutation[] {
  const wrong = (what: string, parameters: Readonly<Record<string, string>>): Mutation => ({
    name: `${name} ${what}`,
    parameters: { ...without(filled, name), ...parameters },
    readable: false,
  });
  if (shape === 'number') return [wrong('not a number', { [name]: 'twelve' })];
  if (shape === 'boolean') return [wrong('not a boolean', { [name]: 'perhaps' })];
  if (shape === 'json') return [wrong('not JSON', { [name]: '[{' })];
  if (!Array.isArray(shape)) return [];
  const [item] = shape;
  const index = (position: string) => (typeof item === 'object' ? `${name}.${position}.x` : `${name}.${position}`);
  return ['0', '100000'].map((position) => wrong(`at index ${position}`, { [index(position)]: 'x' }));
}

/** An id of the same form that stands for nothing. */
export function unlike(id: string): string {
  const changed = id.replace(/[a-z0-9]{6}$/i, (end) => (end === 'zzzzz9' ? 'zzzzz8' : 'zzzzz9'));
  return changed === id ? `${id}zz9` : changed;
}
