/** `npm run crash -- --kills N --seed S`: kills the built server and looks what is left. */
import { parseArgs } from 'node:util';
import { crash } from './crash.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const report = await crash({
  cli: 'dist/cli.js',
  kills: Number(values.kills),
  seed: Number(values.seed),
  onKill: (kill) => process.stderr.write(`\rkill ${kill + 1} of ${values.kills}`),
});
process.stdout.write(
  `\n${report.kills} kills, ${report.answers} answers kept, ${report.openChanges} changes cut off, each whole or not there\n`,
);
