import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openInProcess } from '../support/in-process.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { referenceCheck, unclassifiedColumns } from './checks/references.ts';
import { play, themes } from './play.ts';
import { sequences } from './sequence.ts';

// LOCALYUN_MODEL_SEQUENCES: how many sequences are played on SQLite; on PostgreSQL it is a tenth.
// LOCALYUN_MODEL_SEED, LOCALYUN_MODEL_PATH: play a failed one again; a failure says which.
// LOCALYUN_MODEL_TALLY: say how often each operation was accepted, and refused with each code.
const { LOCALYUN_MODEL_SEQUENCES: sequenceCount = '200', LOCALYUN_MODEL_TALLY: tallied } = process.env;
const { LOCALYUN_MODEL_SEED: seed, LOCALYUN_MODEL_PATH: path } = process.env;

const databaseUrl = testDatabaseUrl();
const onPostgres = databaseUrl !== undefined;
const length = 60;
const runs = Math.ceil(Number(sequenceCount) / (onPostgres ? 10 : 1));

const servers = await openInProcess(databaseUrl);
const { store } = await servers.begin(0);
const checkReferences = await referenceCheck(store);
const stage = { servers, checkReferences, checkEvery: onPostgres ? 20 : 10, tally: new Map<string, number>() };

afterAll(() => servers.close());

describe('the ENI domain and its model', () => {
  it(`agree over ${runs} sequences of ${length} commands`, { timeout: 60 * 60_000 }, async () => {
    const startedAtMs = performance.now();
    const outcome = await fc.check(
      fc.asyncProperty(sequences(themes, length), (sequence) => play(sequence, stage)),
      { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }), ...(path === undefined ? {} : { path }) },
    );
    if (outcome.failed) {
      const replay = `LOCALYUN_MODEL_SEED=${outcome.seed} LOCALYUN_MODEL_PATH=${outcome.counterexamplePath}`;
      const found = `after ${outcome.numRuns} sequences, shrunk ${outcome.numShrinks} times; to repeat it: ${replay}`;
      const { message } = outcome.errorInstance as Error;
      expect.fail(`${found}\n\n${message}\n\nas drawn:\n${JSON.stringify(outcome.counterexample?.[0])}`);
    }
    const seconds = (performance.now() - startedAtMs) / 1000;
    const tally = [...stage.tally].sort().map(([what, count]) => `${count} ${what}`);
    const speed = `${runs} sequences in ${seconds.toFixed(1)} s, ${(runs / seconds).toFixed(1)} a second`;
    console.log([speed, ...(tallied === undefined ? [] : tally)].join('\n'));
  });
});

describe('the schema', () => {
  it('has no column with the id of something that is neither a reference nor known to be none', async () => {
    expect(await store.read((tx) => unclassifiedColumns(tx, store.engine))).toEqual([]);
  });
});
