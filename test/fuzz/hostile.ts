import fc from 'fast-check';
import { examples } from './examples.ts';
import { addresses, numbers, oddities, times, units } from './odd-values.ts';
import type { Text } from './text.ts';

/** Names of what the scene has and of what calls before have made, as texts refer to them. */
export const referenceNames: readonly string[] = [
  ...new Set(examples.flatMap(({ keep }) => Object.keys(keep ?? {}))),
  ...['owner', 'stranger', 'accountId', 'region'],
  ...Array.from({ length: 6 }, (_, index) => `new${index}`),
];

/** The texts that calls in order are made of: kinds, categories, addresses, names. */
const words: readonly string[] = [...new Set(examples.flatMap(({ parameters }) => textsIn(parameters)))].filter(
  (text) => !text.includes('$'),
);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === undefined ? [] : [String(value)];
}

const reference = fc.constantFrom(...referenceNames.map((name) => `$${name}`));

/** Numbers at the limits of what engines, languages and people take for one. */
export const numberText = fc.oneof(
  fc.constantFrom(...numbers),
  fc.integer().map(String),
  fc.integer({ min: 0, max: 40 }).map(String),
  fc.double().map(String),
);

const numberAndMore = fc.oneof(
  { weight: 9, arbitrary: numberText },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }).map((length) => '9'.repeat(length)) },
);

export const booleanText = fc.constantFrom(
  'true',
  'false',
  'TRUE',
  'False',
  '1',
  '0',
  'yes',
  '',
  'truе',
  ' true',
  'null',
);

/** Addresses and blocks that are, nearly are, and by no means are ones. */
export const addressText = fc.oneof(
  fc.constantFrom(...addresses),
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6(),
  fc
    .tuple(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: -1, max: 130 }))
    .map(([address, mask]) => `${address}/${mask}`),
);

export const timeText = fc.oneof(
  fc.constantFrom(...times),
  fc.date({ noInvalidDate: true }).map((date) => `${date.toISOString().slice(0, 19)}Z`),
);

/** Long ones too. */
export const longText: fc.Arbitrary<Text> = fc.record({
  before: fc.constantFrom('', 'a', '[', '["', '{"Version":"1","Statement":', '*', '/', 'm-', 'i-', 'eni-', 'acs:'),
  unit: fc.oneof(fc.constantFrom(...units), fc.string({ minLength: 1, maxLength: 3 })),
  times: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 300 }) },
    { weight: 2, arbitrary: fc.integer({ min: 300, max: 9_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9_000, max: 40_000 }) },
  ),
  after: fc.constantFrom('', '!', ']', '"]', '}', 'a', '\n', '.vhd', '/', '\u0000'),
});

const anyString = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units16) => String.fromCharCode(...units16)),
);

/** A text where the contract says no more than that it is one. */
export const text: fc.Arbitrary<Text> = fc.oneof(
  { weight: 4, arbitrary: reference },
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 2, arbitrary: addressText },
  { weight: 2, arbitrary: numberAndMore },
  { weight: 1, arbitrary: timeText },
  { weight: 1, arbitrary: booleanText },
  { weight: 1, arbitrary: anyString },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(reference, fc.constantFrom(...words)), { maxLength: 5 }).map((all) => all.join(',')),
  },
  { weight: 1, arbitrary: longText },
  { weight: 1, arbitrary: jsonText() },
);

export const number: fc.Arbitrary<Text> = numberAndMore;

/** JSON, also of what a parser of it may stumble over. */
export function jsonText(): fc.Arbitrary<Text> {
  const short = fc.oneof(
    fc
      .array(fc.oneof(reference, fc.constantFrom(...words, ...oddities)), { maxLength: 4 })
      .map((list) => JSON.stringify(list)),
    fc
      .array(
        fc.dictionary(
          fc.constantFrom('Key', 'Value', 'key', ...oddities),
          fc.oneof(reference, fc.constantFrom(...oddities)),
        ),
        { maxLength: 3 },
      )
      .map((list) => JSON.stringify(list)),
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
    fc.constantFrom(
      ...[
        '[]',
        '{}',
        '[null]',
        '[[]]',
        '[{}]',
        '[1e309]',
        '[-0]',
        '["\\ud800"]',
        '["\\u0000"]',
        '{"__proto__":{"a":1}}',
        '[',
        '{',
        '"a"',
      ],
      ...[
        '1',
        'null',
        'true',
        '[1,]',
        "['a']",
        '[NaN]',
        '{"a":1,"a":2}',
        '["a" "b"]',
        '\ufeff[]',
        '[]x',
        '[""]',
        '[" "]',
        '[true,1,null]',
      ],
    ),
  );
  const nested = fc.record({
    before: fc.constant(''),
    unit: fc.constantFrom('[', '{"a":', '[{"a":'),
    times: fc.integer({ min: 1, max: 20_000 }),
    after: fc.constant('1'),
  });
  const closed = fc.integer({ min: 1, max: 12_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`);
  return fc.oneof({ weight: 12, arbitrary: short }, { weight: 1, arbitrary: nested }, { weight: 1, arbitrary: closed });
}
