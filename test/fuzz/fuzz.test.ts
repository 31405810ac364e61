import { afterAll, describe, expect, it } from 'vitest';
import { testDatabaseUrl } from '../support/localyun.ts';
import { readCorpus } from './corpus.ts';
import { told } from './target.ts';
import { openTargets, shares } from './targets/index.ts';

// LOCALYUN_FUZZ_RUNS: how many sequences of whole requests are sent; of other inputs as many as belong to them, and on
// PostgreSQL a tenth. LOCALYUN_FUZZ_SEED: other inputs than ever. `npm run fuzz` goes on for as long as it is told.
const { LOCALYUN_FUZZ_RUNS: runs = '200', LOCALYUN_FUZZ_SEED: seed = '1' } = process.env;

const databaseUrl = testDatabaseUrl();
const scale = Number(runs) / (databaseUrl === undefined ? 1 : 10);
const longestMs = 60 * 60_000;
const opened = await openTargets(databaseUrl);
const corpus = readCorpus();

afterAll(() => opened.close());

describe('what was found before, and what is in order', () => {
  it.each(opened.targets)('does no harm: $name', { timeout: longestMs }, async ({ name, replay }) => {
    const remembered = corpus.filter(({ target }) => target === name);
    expect(remembered.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const { note, input } of remembered) {
      await replay(input).catch((error) => faults.push(`${note}: ${told(error)}`));
    }
    expect(faults).toEqual([]);
  });

  it('is of targets that there are', () => {
    expect([...new Set(corpus.map(({ target }) => target))].filter((target) => shares[target] === undefined)).toEqual(
      [],
    );
  });
});

describe('what nobody would send', () => {
  it.each(opened.targets)('does no harm: $name', { timeout: longestMs }, async (target) => {
    const wanted = Math.ceil(scale * (shares[target.name] ?? 1));
    const { runs: done, finding } = await target.run(Number(seed), wanted, longestMs);
    if (finding !== undefined) {
      const { error, ...sample } = finding;
      expect.fail(
        `${told(error)}\n\nto send it again, npm run fuzz -- --replay FILE with this in the file:\n${JSON.stringify(sample)}`,
      );
    }
    expect(done).toBe(wanted);
  });
});
