import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildInto } from '../../tools/build.ts';
import { crash } from './crash.ts';

const folder = join(import.meta.dirname, '../../node_modules/.cache/localyun-crash');
/** `.ci/run` kills more often. */
const kills = Number(process.env.LOCALYUN_CRASH_KILLS ?? 10);
const seed = Number(process.env.LOCALYUN_CRASH_SEED ?? 1);
const longestMs = 240_000;

beforeAll(() => buildInto(folder), 60_000);

it.skipIf(process.env.LOCALYUN_TEST_ENGINE === 'postgresql')(
  'a server that is killed while clients write has lost nothing that it answered, and half-done nothing',
  async () => {
    const report = await crash({ cli: join(folder, 'cli.js'), kills, seed, endAtMs: Date.now() + longestMs });
    expect(report.kills).toBeGreaterThan(0);
    expect(report.answers).toBeGreaterThan(report.kills);
  },
  longestMs + 60_000,
);
