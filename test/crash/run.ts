/** `npm run crash -- --kills N --seed S`: kills the built server and looks what is left. */
import { parseArgs } from 'node:util';
import { crash } from './crash.ts';
import { reportLine } from './report-line.ts';
import { killedStates } from './state.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const states = killedStates(process.env.LOCALYUN_TEST_DATABASE_URL);
try {
  const wanted = Number(values.kills);
  const beganMs = Date.now();
  const report = await crash({
    cli: 'dist/cli.js',
    kills: wanted,
    seed: Number(values.seed),
    states,
    onKill: (kill) => process.stderr.write(`\rkill ${kill + 1} of ${values.kills}`),
  });
  process.stdout.write(`\n${reportLine(report, { wanted, tookMs: Date.now() - beganMs })}\n`);
} finally {
  for (const state of states) await state.close();
}
