import { describe, expect, it } from 'vitest';
import type { ObjectShape } from '../../../src/contracts/contract.ts';
import { filledIn, flatValues, nestedValues, valuesOf } from './values.ts';

const shape: ObjectShape = {
  RegionId: 'string',
  Tag: [{ Key: 'string', Value: 'string' }],
  Ids: ['string'],
  Options: { Level: 'number', Names: ['string'] },
  Password: 'string',
};

describe('values', () => {
  it('go into an address as flat names and come out of it as they were, but for what is secret', () => {
    const values = {
      RegionId: 'cn-hangzhou',
      Tag: [{ Key: 'a', Value: '' }, { Key: 'b' }],
      Ids: ['x', 'y'],
      Options: { Level: '3', Names: ['n'] },
    };
    const flat = flatValues(shape, { ...values, Password: 'p' });
    expect(flat.map(([name]) => name)).toEqual([
      'RegionId',
      'Tag.1.Key',
      'Tag.1.Value',
      'Tag.2.Key',
      'Ids.1',
      'Ids.2',
      'Options.Level',
      'Options.Names.1',
    ]);
    expect(nestedValues(shape, flat)).toEqual(values);
  });

  it('keep names that the contract has not, and indices that no list has', () => {
    expect(
      nestedValues(shape, [
        ['Other.1', 'x'],
        ['Tag.0.Key', 'k'],
        ['Ids.99999', 'y'],
        ['RegionId.a', 'z'],
      ]),
    ).toEqual({
      'Other.1': 'x',
      Tag: { '0': { Key: 'k' } },
      Ids: { '99999': 'y' },
      RegionId: { a: 'z' },
    });
  });

  it('are sent without the items of lists that are not filled in yet', () => {
    expect(filledIn({ Tag: [{}, { Key: 'a' }], Ids: ['', ''], Options: { Names: [''] }, Description: '' })).toEqual({
      Tag: [{ Key: 'a' }],
      Description: '',
    });
  });

  it('are sent without halves of characters, which no address and no program can hold', () => {
    const half = '\ud83d';
    const sent = filledIn({ [`a${half}`]: half, Tag: [{ Key: `k${half}` }], whole: '\ud83d\ude00' });
    expect(sent).toEqual({ 'a\ufffd': '\ufffd', Tag: [{ Key: 'k\ufffd' }], whole: '\ud83d\ude00' });
    expect(() => encodeURIComponent(JSON.stringify(Object.entries(sent)))).not.toThrow();
  });

  it('come of any JSON object, as texts', () => {
    expect(valuesOf({ a: 1, b: [true, null], c: { d: null, e: 'f' } })).toEqual({
      a: '1',
      b: ['true', ''],
      c: { e: 'f' },
    });
    expect([valuesOf([]), valuesOf('a'), valuesOf(null)]).toEqual([undefined, undefined, undefined]);
  });
});
