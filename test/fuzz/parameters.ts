import fc from 'fast-check';
import type { Contract, ObjectShape, Shape } from '../../src/contracts/contract.ts';
import { booleanText, jsonText, number, text } from './hostile.ts';
import type { Text } from './text.ts';

/** Parameters as they are sent, by dotted name. */
export type FlatParameters = Readonly<Record<string, Text>>;

type Entries = readonly (readonly [name: string, value: Text])[];

/** Values for up to five of an operation's parameters, of the form that its contract gives them or of another. */
export function hostileParameters({ parameters }: Pick<Contract, 'parameters'>): fc.Arbitrary<FlatParameters> {
  const all = Object.keys(parameters);
  const [often, seldom] = [all.filter((name) => !asEver.has(name)), all];
  return fc
    .oneof({ weight: 9, arbitrary: upTo(often, 4) }, { weight: 1, arbitrary: upTo(seldom, 6) })
    .chain((chosen) => fc.tuple(...chosen.map((name) => entriesOf(name, parameters[name] ?? 'string', 0))))
    .map((entries) => Object.fromEntries(entries.flat()));
}

/** What ends most calls at once when it is wrong. */
const asEver: ReadonlySet<string> = new Set(['RegionId', 'ClientToken', 'DryRun']);

function upTo(names: readonly string[], most: number): fc.Arbitrary<string[]> {
  return fc.subarray([...names], { maxLength: Math.min(most, names.length) });
}

/** Now and then of another type. */
function entriesOf(name: string, shape: Shape, depth: number): fc.Arbitrary<Entries> {
  const other = fc.oneof(
    one(name, text),
    listOf(name, 'string', depth),
    one(`${name}.a`, text),
    one(`${name}.1.a`, text),
  );
  return fc.oneof({ weight: 9, arbitrary: ofShape(name, shape, depth) }, { weight: 1, arbitrary: other });
}

function one(name: string, value: fc.Arbitrary<Text>): fc.Arbitrary<Entries> {
  return value.map((sent) => [[name, sent]]);
}

function ofShape(name: string, shape: Shape, depth: number): fc.Arbitrary<Entries> {
  if (isList(shape)) return listOf(name, shape[0], depth);
  if (typeof shape === 'object') return objectOf(name, shape, depth);
  switch (shape) {
    case 'number':
      return one(name, number);
    case 'boolean':
      return one(name, booleanText);
    case 'json':
      return fc.oneof(
        { weight: 4, arbitrary: one(name, jsonText()) },
        { weight: 1, arbitrary: one(`${name}.1`, text) },
      );
    case 'comma':
      return one(
        name,
        fc.array(fc.constantFrom('a', '', ' ', '$eniId', '$instanceId'), { maxLength: 5 }).map((all) => all.join(',')),
      );
    case 'any':
      return fc.oneof(one(name, jsonText()), one(`${name}.a.b`, text), one(`${name}.1`, text));
    case 'string':
      return one(name, text);
  }
}

const isList = (shape: readonly [Shape] | Shape): shape is readonly [Shape] => Array.isArray(shape);

const index = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '01', '100', '10000', '10001', '-1', '1.5', '', '１', '__proto__', '1e1'),
  },
);

function listOf(name: string, item: Shape, depth: number): fc.Arbitrary<Entries> {
  if (depth > 2) return one(`${name}.1`, text);
  const items = fc.array(
    index.chain((at) => ofShape(`${name}.${at}`, item, depth + 1)),
    { minLength: 1, maxLength: 4 },
  );
  return items.map((all) => all.flat());
}

function objectOf(name: string, shape: ObjectShape, depth: number): fc.Arbitrary<Entries> {
  const members = Object.keys(shape);
  if (members.length === 0 || depth > 3) return one(`${name}.a`, text);
  return fc
    .subarray(members, { minLength: 1, maxLength: Math.min(4, members.length) })
    .chain((chosen) =>
      fc.tuple(...chosen.map((member) => ofShape(`${name}.${member}`, shape[member] ?? 'string', depth + 1))),
    )
    .map((all) => all.flat());
}
