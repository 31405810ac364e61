import fc from 'fast-check';
import { expect } from 'vitest';
import { play, type Stage, themes } from './play.ts';
import { sequences } from './sequence.ts';

// LOCALYUN_MODEL_SEED, LOCALYUN_MODEL_PATH: play a failed sequence again; a failure says which.
// LOCALYUN_MODEL_TALLY: say how often each operation was accepted, and refused with each code.
const { LOCALYUN_MODEL_SEED: seed, LOCALYUN_MODEL_PATH: path, LOCALYUN_MODEL_TALLY: tallied } = process.env;

/** How many commands a sequence has. */
export const length = 60;

/** Plays so many sequences, and has the test fail with the smallest that is found on which server and model disagree. */
export async function agreeOver(runs: number, stage: Stage, among = themes): Promise<void> {
  const startedAtMs = performance.now();
  const outcome = await fc.check(
    fc.asyncProperty(sequences(among, length), (sequence) => play(sequence, stage)),
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
}
