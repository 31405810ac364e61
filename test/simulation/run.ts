/**
 * `npm run simulate -- --seeds N --seed S --commands M`: lives N simulated lives, from seed S on.
 * `--path P` replays a smaller failure, as it was printed.
 */
import { parseArgs } from 'node:util';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    commands: { type: 'string', default: '25' },
    path: { type: 'string' },
  },
});
const [first, count, commands] = [whole('seed'), whole('seeds'), whole('commands')];
const startedAtMs = performance.now();
const totals = new Map<string, number>();
let failures = 0;
let events = 0;

for (let seed = first; seed < first + count; seed += 1) {
  const { report, failure } = await simulate({ seed, commands, path: values.path, shrinks: values.path === undefined });
  if (failure !== undefined) {
    failures += 1;
    process.stdout.write(`\nseed ${seed} failed: ${failure}\n`);
    continue;
  }
  events += report?.events ?? 0;
  for (const [what, times] of report?.faults ?? []) totals.set(what, (totals.get(what) ?? 0) + times);
  if (count === 1) process.stdout.write(`trace ${report?.traceHash}\n`);
}
const seconds = (performance.now() - startedAtMs) / 1_000;
for (const [what, times] of [...totals].sort()) process.stdout.write(`${times} ${what}\n`);
const speed = `${(count / seconds).toFixed(1)} a second`;
process.stdout.write(`${count} seeds from ${first}: ${failures} failed, ${events} events, ${speed}\n`);
process.exit(failures === 0 ? 0 : 1);

function whole(name: 'seed' | 'seeds' | 'commands'): number {
  const value = values[name];
  if (/^\d{1,10}$/.test(value)) return Number(value);
  process.stderr.write(`--${name} must be a whole number, not "${value}"\n`);
  process.exit(2);
}
