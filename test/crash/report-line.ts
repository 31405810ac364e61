import type { CrashReport } from './crash.ts';

/** What a run came to, for a person; says so when there was no time for all kills. */
export function reportLine(report: CrashReport, { wanted, tookMs }: { wanted: number; tookMs: number }): string {
  const done = Object.values(report.kills).reduce((sum, count) => sum + count, 0);
  const moments = Object.entries(report.kills).map(([moment, count]) => `${moment} ${count}`);
  const { answers, openChanges, cutCheckpoints, cutLogs } = report;
  return [
    `crash: ${done} of ${wanted} kills in ${Math.round(tookMs / 1000)} s${done < wanted ? ', for there was no more time' : ''} (${moments.join(', ')})`,
    `${answers} answers kept, ${openChanges} changes cut off, each whole or not there`,
    `${cutCheckpoints} checkpoints left half done, ${cutLogs} logs looked at as if cut off`,
  ].join('; ');
}
