import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCommand } from '../support/built-command.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { crash } from './crash.ts';
import { reportLine } from './report-line.ts';
import { killedStates } from './state.ts';

// LOCALYUN_CRASH_KILLS: how many servers are killed on SQLite, `.ci/run` kills more; on PostgreSQL it is a quarter.
// LOCALYUN_CRASH_SEED: for other clients and other calls.
const { LOCALYUN_CRASH_KILLS: wantedKills = '10', LOCALYUN_CRASH_SEED: seed = '1' } = process.env;

const onPostgres = testDatabaseUrl() !== undefined;
const wanted = Math.ceil(Number(wantedKills) / (onPostgres ? 4 : 1));
const longestMs = 210_000;

const states = killedStates(onPostgres ? process.env.LOCALYUN_TEST_DATABASE_URL : undefined);
let cli = '';
beforeAll(async () => {
  cli = await builtCommand();
}, 60_000);
afterAll(async () => {
  for (const state of states) await state.close();
});

it(
  'a server that is killed while clients write has lost nothing that it answered, and half-done nothing',
  async () => {
    const beganMs = Date.now();
    const report = await crash({ cli, kills: wanted, seed: Number(seed), states, endAtMs: beganMs + longestMs });
    console.log(reportLine(report, { wanted, tookMs: Date.now() - beganMs }));
    expect(report.kills.writing).toBeGreaterThan(0);
    expect(report.kills.starting).toBeGreaterThan(0);
    expect(report.answers).toBeGreaterThan(wanted);
  },
  longestMs + 90_000,
);
