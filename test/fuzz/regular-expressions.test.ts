import { describe, expect, it } from 'vitest';
import { regularExpressionsIn, superlinearText } from './regular-expressions.ts';

/** Expressions that would take long for a long text, and why they never meet one. */
const meetShortTexts: Readonly<Record<string, string>> = {
  'operation/regions.ts /\\((.+)\\)/': 'reads the names of regions, which are written down here',
  'ecs/image/images.ts /^[\\w.-]+_(\\d{2,3})G_[\\w.-]*\\.vhd$/': 'reads ids of at most 128 characters',
};

const { found, made } = regularExpressionsIn('src');
const onOneEngine = process.env.LOCALYUN_TEST_ENGINE === 'postgresql';

describe.skipIf(onOneEngine)('the regular expressions of the sources', () => {
  it('are written there, and none is made of what a caller sends', () => {
    expect(made).toEqual([]);
    expect(found.length).toBeGreaterThan(100);
  });

  it('take no more than twice as long for texts that are twice as long', { timeout: 300_000 }, () => {
    const suspects = found.flatMap((one) => {
      const text = superlinearText(one);
      return text === undefined ? [] : [{ place: one.place, text }];
    });
    const withoutLine = (place: string) => place.replace(/:\d+/, '');
    expect(suspects.filter(({ place }) => meetShortTexts[withoutLine(place)] === undefined)).toEqual([]);
    const excused = new Set(suspects.map(({ place }) => withoutLine(place)));
    expect(Object.keys(meetShortTexts).filter((place) => !excused.has(place))).toEqual([]);
  });

  it.each([/^(a+)+$/, /^\w+_(\d{2,3})G_\w*\.vhd$/, /^(\d+)*,$/, /^.*a.*b$/, /\s+$/])(
    'would be told of %s',
    (expression) => {
      expect(superlinearText({ place: '', expression })).toBeDefined();
    },
  );
});
