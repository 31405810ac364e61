/**
 * `npm run fuzz -- --seconds N --seed S --target NAME`: sends what nobody would send, for as long as it is told.
 * `npm run fuzz -- --replay FILE`: sends one input again, as a finding has printed it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Finding, type Sample, told } from './target.ts';
import { openTargets, shares } from './targets/index.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    target: { type: 'string' },
    replay: { type: 'string' },
  },
});
/** So many sequences of whole requests, and of other inputs as many as belong to them, are one round. */
const runsOfRound = 40;

const opened = await openTargets(process.env.LOCALYUN_TEST_DATABASE_URL);
const found = values.replay === undefined ? await goOn(Number(values.seconds) * 1_000) : await sendAgain(values.replay);
await opened.close();
// What a target has left open, such as a connection that waits for its end, does not keep the process.
process.exit(found.length === 0 ? 0 : 1);

async function goOn(lastingMs: number): Promise<readonly Finding[]> {
  const endMs = performance.now() + lastingMs;
  const targets = opened.targets.filter(({ name }) => values.target === undefined || name === values.target);
  const counts = new Map(targets.map(({ name }) => [name, 0]));
  const findings: Finding[] = [];
  for (let seed = Number(values.seed); performance.now() < endMs && counts.size > findings.length; seed += 1) {
    for (const { name, run } of targets) {
      const leftMs = endMs - performance.now();
      // Of a target that has found something, nothing else would be seen until that is mended.
      if (leftMs <= 0 || findings.some(({ target }) => target === name)) continue;
      const { runs, finding } = await run(seed, Math.ceil(runsOfRound * (shares[name] ?? 1)), leftMs);
      counts.set(name, (counts.get(name) ?? 0) + runs);
      if (finding !== undefined) findings.push(tell(finding));
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${countsIn(counts)}`);
  }
  process.stdout.write(`\n${countsIn(counts)}\nfrom seed ${values.seed}: ${findings.length} findings\n`);
  return findings;
}

function countsIn(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, runs]) => `${runs} ${name}`).join(', ');
}

async function sendAgain(file: string): Promise<readonly Finding[]> {
  const sample = JSON.parse(readFileSync(file, 'utf8')) as Sample;
  const target = opened.targets.find(({ name }) => name === sample.target);
  if (target === undefined) throw new Error(`there is no target ${sample.target}`);
  try {
    await target.replay(sample.input);
    process.stdout.write('does no harm\n');
    return [];
  } catch (error) {
    return [tell({ ...sample, error })];
  }
}

function tell(finding: Finding): Finding {
  const { error, ...sample } = finding;
  process.stdout.write(`\n${told(error)}\n${JSON.stringify(sample)}\n`);
  return finding;
}
