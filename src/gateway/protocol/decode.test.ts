import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract, ObjectShape, Shape } from '../../contracts/contract.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { type DecodeOptions, decodeParameters } from './decode.ts';

const createNetworkInterface: Contract = {
  parameters: {
    ClientToken: 'string',
    DeleteOnRelease: 'boolean',
    Description: 'string',
    NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'string', QueueNumber: 'number' },
    PrivateIpAddress: ['string'],
    QueueNumber: 'number',
    RegionId: 'string',
    SecurityGroupIds: ['string'],
    Tag: [{ Key: 'string', Value: 'string' }],
    VSwitchId: 'string',
  },
  required: ['VSwitchId', 'RegionId'],
  response: { RequestId: 'string' },
};

const contractOf = (parameters: ObjectShape, required: readonly string[] = []): Contract => ({
  parameters,
  required,
  response: { RequestId: 'string' },
});

function decode(contract: Contract, sent: Record<string, string>, options?: DecodeOptions) {
  return decodeParameters(contract, new Map(Object.entries(sent)), options);
}

const required = { RegionId: 'cn-hangzhou', VSwitchId: 'vsw-1' };
const noLists = { PrivateIpAddress: [], SecurityGroupIds: [], Tag: [] };

describe('decodeParameters', () => {
  it('gives every parameter its type', () => {
    expect(
      decode(createNetworkInterface, {
        Action: 'CreateNetworkInterface',
        AccessKeyId: 'testid',
        ...required,
        DeleteOnRelease: 'true',
        QueueNumber: '8',
        'NetworkInterfaceTrafficConfig.QueueNumber': '2',
        'SecurityGroupIds.1': 'sg-1',
        'SecurityGroupIds.2': 'sg-2',
        'Tag.1.Key': 'k',
        'Tag.1.Value': 'v',
      }),
    ).toEqual({
      ...required,
      DeleteOnRelease: true,
      QueueNumber: 8,
      NetworkInterfaceTrafficConfig: { QueueNumber: 2 },
      PrivateIpAddress: [],
      SecurityGroupIds: ['sg-1', 'sg-2'],
      Tag: [{ Key: 'k', Value: 'v' }],
    });
  });

  it('leaves absent scalars out and makes absent lists empty', () => {
    const decoded = decode(createNetworkInterface, required);
    expect(decoded).toEqual({ ...required, ...noLists });
    expect(Object.keys(decoded)).not.toContain('Description');
  });

  it('sorts lists by number and closes gaps', () => {
    const sent = {
      ...required,
      'SecurityGroupIds.10': 'sg-10',
      'SecurityGroupIds.9': 'sg-9',
      'SecurityGroupIds.2': 'sg-2',
      'Tag.7.Key': 'seven',
      'Tag.3.Value': 'three',
    };
    expect(decode(createNetworkInterface, sent)).toMatchObject({
      SecurityGroupIds: ['sg-2', 'sg-9', 'sg-10'],
      Tag: [{ Value: 'three' }, { Key: 'seven' }],
    });
  });

  it('decodes nested lists and objects', () => {
    const contract = contractOf({
      Options: { Deep: [{ Ids: ['number'], Flags: { On: 'boolean' } }], Matrix: [['string']] },
    });
    const sent = {
      'Options.Deep.1.Ids.1': '1',
      'Options.Deep.1.Ids.3': '3',
      'Options.Deep.2.Flags.On': 'FALSE',
      'Options.Matrix.1.2': 'b',
      'Options.Matrix.1.1': 'a',
      'Options.Matrix.2.1': 'c',
    };
    expect(decode(contract, sent)).toEqual({
      Options: { Deep: [{ Ids: [1, 3] }, { Ids: [], Flags: { On: false } }], Matrix: [['a', 'b'], ['c']] },
    });
  });

  describe('empty texts', () => {
    it('are absent', () => {
      const sent = { ...required, Description: '', QueueNumber: '', DeleteOnRelease: '', 'SecurityGroupIds.1': '' };
      expect(decode(createNetworkInterface, sent)).toEqual({ ...required, ...noLists });
    });

    it('are kept where asked for, text parameters only', () => {
      const sent = {
        ...required,
        Description: '',
        QueueNumber: '',
        ClientToken: '',
        'Tag.1.Key': 'k',
        'Tag.1.Value': '',
      };
      const keepEmpty = new Set(['Description', 'QueueNumber', 'Tag.Value']);
      expect(decode(createNetworkInterface, sent, { keepEmpty })).toEqual({
        ...required,
        ...noLists,
        Description: '',
        Tag: [{ Key: 'k', Value: '' }],
      });
    });

    it('still make an item of a list of objects, so that the operation can refuse it', () => {
      const sent = { ...required, 'Tag.1.Key': '', 'Tag.2.Key': 'k' };
      expect(decode(createNetworkInterface, sent)).toMatchObject({ Tag: [{}, { Key: 'k' }] });
    });

    it('of required parameters are missing, unless kept', () => {
      const sent = { ...required, VSwitchId: '' };
      expect(decode(createNetworkInterface, sent)).toMatchObject({ code: 'MissingParameter' });
      expect(decode(createNetworkInterface, sent, { keepEmpty: new Set(['VSwitchId']) })).toMatchObject(sent);
    });
  });

  describe('missing parameters', () => {
    const contract = contractOf({ A: 'string', B: ['string'], C: 'number', RegionId: 'string' }, [
      'B',
      'A',
      'C',
      'RegionId',
    ]);

    it.each([
      [{}, 'RegionId'],
      [{ RegionId: 'r' }, 'B'],
      [{ RegionId: 'r', 'B.1': '' }, 'B'],
      [{ RegionId: 'r', 'B.1': 'b', C: '1' }, 'A'],
      [{ RegionId: 'r', 'B.1': 'b', A: 'a' }, 'C'],
    ])('of %j: %s', (sent, name) => {
      expect(decode(contract, sent as unknown as Record<string, string>)).toEqual({
        kind: 'refusal',
        code: 'MissingParameter',
        status: 400,
        message: `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
      });
    });

    it('come before faulty ones, and a faulty one is not missing', () => {
      expect(decode(contract, { RegionId: 'r', C: 'x', 'B.1': 'b' })).toMatchObject({
        code: 'MissingParameter',
        message: expect.stringContaining('"A"'),
      });
      expect(decode(contract, { RegionId: 'r', C: 'x', 'B.0': 'b', A: 'a' })).toMatchObject({
        code: 'InvalidParameter',
        message: expect.stringContaining('"B.0"'),
      });
    });
  });

  describe('numbers', () => {
    const contract = contractOf({ N: 'number' });

    it.each([
      ['0', 0],
      ['10', 10],
      ['-1', -1],
      ['007', 7],
      ['1000000000000001', 1_000_000_000_000_001],
    ])('reads %s', (text, number) => {
      expect(decode(contract, { N: text })).toEqual({ N: number });
    });

    it('reads decimals of what may have them', () => {
      expect(decode(contractOf({ SpotPriceLimit: 'number' }), { SpotPriceLimit: '0.05' })).toEqual({
        SpotPriceLimit: 0.05,
      });
    });

    it.each(['0.5', '10.5', '-1.25', '9007199254740993', '9'.repeat(40)])('refuses %s for a whole number', (text) => {
      expect(decode(contract, { N: text })).toMatchObject({
        code: 'InvalidParameter',
        status: 400,
        message: `The parameter "N" is not valid: its value "${text}" is not a whole number between -2^53 and 2^53.`,
      });
    });

    it.each([
      'x',
      '1x',
      ' 1',
      '1 ',
      '+1',
      '1e3',
      '0x10',
      '1.',
      '.5',
      '1,000',
      '--1',
      'NaN',
      'Infinity',
      '１',
      '9'.repeat(400),
    ])('refuses %s', (text) => {
      expect(decode(contract, { N: text })).toMatchObject({
        code: 'InvalidParameter',
        status: 400,
        message: expect.stringMatching(/^The parameter "N" is not valid: its value ".+" is not a decimal number\.$/),
      });
    });
  });

  describe('booleans', () => {
    const contract = contractOf({ B: 'boolean' });

    it.each([
      ['true', true],
      ['True', true],
      ['FALSE', false],
      ['false', false],
    ])('reads %s', (text, value) => {
      expect(decode(contract, { B: text })).toEqual({ B: value });
    });

    it.each(['1', '0', 'yes', ' true', 'truе'])('refuses %j', (text) => {
      expect(decode(contract, { B: text })).toMatchObject({
        code: 'InvalidParameter',
        message: `The parameter "B" is not valid: its value "${text}" is neither true nor false.`,
      });
    });
  });

  it('names the whole parameter where a fault is deep inside', () => {
    const contract = contractOf({ Disk: [{ Size: 'number' }] });
    expect(decode(contract, { 'Disk.1.Size': '20', 'Disk.2.Size': 'big' })).toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining('"Disk.2.Size"'),
    });
  });

  describe('list numbers', () => {
    it.each(['SecurityGroupIds.0', 'SecurityGroupIds.01', 'SecurityGroupIds.10001', 'Tag.99999999999999999999.Key'])(
      'refuses %s',
      (name) => {
        expect(decode(createNetworkInterface, { ...required, [name]: 'x' })).toMatchObject({
          code: 'InvalidParameter',
          status: 400,
          message: expect.stringContaining('a list is numbered from 1 to 10000'),
        });
      },
    );

    it('takes the largest', () => {
      expect(decode(createNetworkInterface, { ...required, 'SecurityGroupIds.10000': 'x' })).toMatchObject({
        SecurityGroupIds: ['x'],
      });
    });
  });

  it('ignores what the contract does not know', () => {
    const sent = {
      ...required,
      Unknown: '1',
      'Unknown.1.Key': '1',
      'Unknown.0': '1',
      'Tag.Key': 'no number',
      'Tag.1.Other': 'no such field',
      'VSwitchId.1': 'below a scalar',
      SecurityGroupIds: 'a list without a number',
      'SecurityGroupIds.x': 'no number',
      'SecurityGroupIds.-1': 'no number',
      'SecurityGroupIds.1.2': 'below a text',
      NetworkInterfaceTrafficConfig: 'an object as text',
    };
    expect(decode(createNetworkInterface, sent)).toEqual({ ...required, ...noLists, Tag: [{}] });
  });

  it('cannot be used to reach into objects', () => {
    const sent = {
      ...required,
      __proto__: 'x',
      '__proto__.polluted': 'x',
      'constructor.prototype.polluted': 'x',
      'Tag.1.__proto__.polluted': 'x',
      'Tag.__proto__.Key': 'x',
      'Tag.constructor': 'x',
      'NetworkInterfaceTrafficConfig.__proto__.polluted': 'x',
      'Json.__proto__.polluted': 'x',
    };
    const contract = contractOf({ ...createNetworkInterface.parameters, Json: 'json' });
    const decoded = decodeParameters(contract, new Map(Object.entries(sent).concat([['__proto__', 'x']])));
    expect(decoded).toMatchObject({ ...required, Tag: [{}], NetworkInterfaceTrafficConfig: {} });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((decoded as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('takes a parameter whose members are left open as it is spread', () => {
    const contract = contractOf({ Factors: 'any' });
    expect(decode(contract, { 'Factors.region.1': 'a', 'Factors.region.2': 'b' })).toEqual({
      Factors: { region: ['a', 'b'] },
    });
    expect(decode(contract, {})).toEqual({});
  });

  describe('json parameters', () => {
    const contract = contractOf({ Tag: 'json', Inner: [{ Json: 'json' }] });

    it('are the value their text holds', () => {
      expect(decode(contract, { Tag: '[{"Key":"k"}]' })).toEqual({ Tag: [{ Key: 'k' }], Inner: [] });
      expect(decode(contract, { Tag: '{}', 'Inner.1.Json': '[1]' })).toEqual({ Tag: {}, Inner: [{ Json: [1] }] });
    });

    it('are taken spread over names, too', () => {
      expect(decode(contract, { 'Tag.2.Key': 'b', 'Tag.1.Key': 'a', 'Tag.1.Value': '' })).toMatchObject({
        Tag: [{ Key: 'a', Value: '' }, { Key: 'b' }],
      });
      expect(decode(contract, { 'Tag.Key': 'a', 'Tag.1': 'b' })).toMatchObject({ Tag: { Key: 'a', '1': 'b' } });
    });

    it('are absent when empty', () => {
      expect(decode(contract, { Tag: '', 'Inner.1.Json': '' })).toEqual({ Inner: [{}] });
    });

    it.each([
      ...['{', '[1,]', '"text"', '1', 'null', 'undefined', '['.repeat(100_000)],
      ...[String.raw`["\u0000"]`, String.raw`{"\ud83d":1}`, `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ])('refuse %j', (text) => {
      expect(decode(contract, { Tag: text })).toMatchObject({
        code: 'InvalidParameter',
        status: 400,
        message: expect.stringMatching(/^The parameter "Tag" is not valid/),
      });
    });

    it('cannot pass for a refusal', () => {
      const decoded = decode(contract, { Tag: '{"kind":"refusal","code":"x"}' });
      expect(isRefusal(decoded)).toBe(false);
      expect(decode(contractOf({ Tag: 'json' }, ['Tag']), { Tag: '{"kind":"refusal"}' })).toEqual({
        Tag: { kind: 'refusal' },
      });
    });
  });

  it('splits comma lists and takes numbered ones', () => {
    const contract = contractOf({ Ids: 'comma' });
    expect(decode(contract, { Ids: 'a, b,,c' })).toEqual({ Ids: ['a', 'b', 'c'] });
    expect(decode(contract, { 'Ids.2': 'b', 'Ids.1': 'a' })).toEqual({ Ids: ['a', 'b'] });
    expect(decode(contract, { Ids: '' })).toEqual({ Ids: [] });
    expect(decode(contractOf({ Ids: 'comma' }, ['Ids']), { Ids: ',' })).toMatchObject({ code: 'MissingParameter' });
  });

  it('gives back what was flattened', () => {
    fc.assert(
      fc.property(shapedObject(3), ({ shape, value }) => {
        const flat = new Map<string, string>();
        for (const [name, member] of Object.entries(value)) flatten(name, member, flat);
        const shuffled = new Map([...flat].reverse());
        expect(decodeParameters(contractOf(shape), flat)).toEqual(value);
        expect(decodeParameters(contractOf(shape), shuffled)).toEqual(value);
      }),
    );
  });

  it('gives parameters or a 400 for anything', () => {
    const part = fc.constantFrom(
      'Tag',
      'SecurityGroupIds',
      'Key',
      '1',
      '2',
      '0',
      '-1',
      '',
      'x',
      '__proto__',
      'QueueNumber',
    );
    const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
    const value = fc.oneof(fc.string(), fc.constantFrom('', 'true', '5', '[]'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (sent) => {
        const decoded = decodeParameters(createNetworkInterface, new Map([...Object.entries(required), ...sent]));
        if (isRefusal(decoded)) expect([decoded.code, decoded.status]).toEqual(['InvalidParameter', 400]);
        else expect(decoded).toMatchObject(required);
      }),
    );
  });
});

/** Flattens as the official SDKs do: lists numbered from 1, object fields after a dot, empty lists and objects not at all. */
function flatten(name: string, value: unknown, flat: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) flatten(`${name}.${at + 1}`, item, flat);
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, member] of Object.entries(value)) flatten(`${name}.${field}`, member, flat);
  } else flat.set(name, String(value));
}

interface Shaped {
  readonly shape: Shape;
  /** A value that survives flattening; `undefined` for an absent one. */
  readonly value: unknown;
}

function shapedObject(depth: number): fc.Arbitrary<{ shape: ObjectShape; value: Record<string, unknown> }> {
  const name = fc.stringMatching(/^[A-Z][a-zA-Z]{0,7}$/);
  return fc.dictionary(name, shaped(depth), { maxKeys: 4, noNullPrototype: true }).map((members) => ({
    shape: Object.fromEntries(Object.entries(members).map(([field, member]) => [field, member.shape])),
    value: Object.fromEntries(
      Object.entries(members).flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]])),
    ),
  }));
}

function shaped(depth: number): fc.Arbitrary<Shaped> {
  const scalar = fc.oneof(
    fc.record({
      shape: fc.constant<Shape>('string'),
      value: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    }),
    fc.record({ shape: fc.constant<Shape>('number'), value: fc.option(fc.maxSafeInteger(), { nil: undefined }) }),
    fc.record({ shape: fc.constant<Shape>('boolean'), value: fc.option(fc.boolean(), { nil: undefined }) }),
  );
  if (depth === 0) return scalar;
  const hasText = ({ value }: Shaped) => flatSize(value) > 0;
  const object = shapedObject(depth - 1).map(({ shape, value }): Shaped => {
    return flatSize(value) > 0 ? { shape, value } : { shape, value: undefined };
  });
  // Items of one list share a shape, so a list repeats one item.
  const list = fc.tuple(shaped(depth - 1), fc.integer({ min: 0, max: 3 })).map(([item, count]): Shaped => {
    return { shape: [item.shape], value: hasText(item) ? Array.from({ length: count }, () => item.value) : [] };
  });
  return fc.oneof(scalar, object, list);
}

function flatSize(value: unknown): number {
  const flat = new Map<string, string>();
  if (value !== undefined) flatten('x', value, flat);
  return flat.size;
}
