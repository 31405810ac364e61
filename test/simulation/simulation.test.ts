import { describe, expect, it } from 'vitest';
import { breakages } from './breakages.ts';
import { faultNames } from './faults.ts';
import { simulate } from './simulation.ts';

// LOCALYUN_SIMULATION_SEEDS: how many lives are lived; without it 300, or as many as a minute allows.
// LOCALYUN_SIMULATION_SEED: the first of them.
const { LOCALYUN_SIMULATION_SEEDS: wanted, LOCALYUN_SIMULATION_SEED: first = '1' } = process.env;
const seeds = Number(wanted ?? 300);
const longestMs = wanted === undefined ? 60_000 : 60 * 60_000;
const commands = 25;
/** What takes seconds on a quiet machine takes minutes on a busy one. */
const patienceMs = 10 * 60_000;

/** What a store says once it has tried everything. */
const limits = [
  'the state could not be written',
  'gave up after serialization failures, attempt 10',
  'the database could not be read, attempt 6',
  'gave up waiting for another server, attempt 1',
  'the database cannot be reached',
  'the database went away, attempt 1',
  'the database went away, attempt 3',
];

describe('a server under faults', () => {
  it(`keeps what it has answered, over ${seeds} seeds`, { timeout: longestMs + 60_000 }, async () => {
    const startedAtMs = performance.now();
    let lived = 0;
    for (; lived < seeds && performance.now() - startedAtMs < longestMs; lived += 1) {
      const { failure } = await simulate({ seed: Number(first) + lived, commands, shrinks: true });
      if (failure !== undefined) expect.fail(failure);
    }
    expect(lived).toBeGreaterThan(0);
    const seconds = (performance.now() - startedAtMs) / 1_000;
    console.log(`${lived} seeds in ${seconds.toFixed(1)} s, ${(lived / seconds).toFixed(1)} a second`);
  });

  it('meets every kind of fault, and every limit of the stores', { timeout: patienceMs }, async () => {
    const missing = new Set<string>([...faultNames, ...limits]);
    for (let seed = 0; seed < 500 && missing.size > 0; seed += 1) {
      const { report } = await simulate({ seed, commands });
      for (const name of [...(report?.faults.keys() ?? []), ...(report?.unavailable ?? [])]) missing.delete(name);
    }
    expect([...missing]).toEqual([]);
  });

  it('lives the same life again for the same seed, event by event', { timeout: patienceMs }, async () => {
    const traces = new Set<string>();
    for (let seed = 0; seed < 12; seed += 1) {
      const [once, again] = [await simulate({ seed, commands }), await simulate({ seed, commands })];
      expect(again).toEqual(once);
      traces.add(once.report?.traceHash ?? '');
    }
    expect(traces.size).toBe(12);
  });
});

describe('a failure', () => {
  it('says how to see it again, smaller than it was found, and it is the same then', {
    timeout: patienceMs,
  }, async () => {
    const [, breakage] = breakages.find(([what]) => what === 'gives no quota back')!;
    let [seed, found] = [0, await simulate({ seed: 0, commands, breakage, shrinks: true })];
    while (found.failure === undefined) {
      seed += 1;
      found = await simulate({ seed, commands, breakage, shrinks: true });
    }
    const command = /npm run simulate -- --seed (\d+) --seeds 1 --commands (\d+) --path (\S+)$/.exec(found.failure);
    const [, printedSeed, printedCommands, path] = command ?? [];
    expect([printedSeed, printedCommands]).toEqual([String(seed), String(commands)]);
    expect(await simulate({ seed, commands, breakage, path })).toEqual(found);
  });
});

describe('the simulation notices a server that', () => {
  it.each(breakages)('%s', { timeout: patienceMs }, async (_what, breakage, said) => {
    let failure: string | undefined;
    for (let seed = 0; seed < 200 && failure === undefined; seed += 1) {
      failure = (await simulate({ seed, commands, breakage })).failure;
    }
    expect(failure?.split('\n\nwith ')[0]).toMatch(said);
  });
});
