import type { Command } from 'commander';
import type { Finding } from './doctor/finding.ts';
import { addServerFlags } from './server-flags.ts';

/** Adds `localyun doctor`, which takes the flags of `localyun start`. Exit code 1 says that there is a problem. */
export function addDoctorCommand(program: Command, fail: (error: unknown) => never): void {
  const command = program
    .command('doctor')
    .description('look for what keeps a server or its clients from working, and say what to do')
    .option('--json', 'print the findings as JSON');
  addServerFlags(command).action((flags: Readonly<Record<string, unknown>>) =>
    import('./doctor/examine.ts')
      .then(({ examine }) => examine({ flags, environment: process.env }))
      .then((findings) => {
        process.stdout.write(flags.json === true ? asJson(findings) : asText(findings));
        if (findings.some(({ outcome }) => outcome === 'problem')) process.exitCode = 1;
      })
      .catch(fail),
  );
}

function asText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return findings
    .map(({ check, outcome, says, todo }) => {
      const advice = todo === undefined ? '' : ` -> ${todo}`;
      return `${outcome.padEnd(7)}  ${check.padEnd(width)}  ${says}${advice}\n`;
    })
    .join('');
}

function asJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ findings }, undefined, 2)}\n`;
}
