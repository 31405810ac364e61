import type { Command } from 'commander';
import { maskedDatabaseUrl } from '../store/database-url.ts';
import { type EffectiveConfiguration, type Place, readConfiguration } from './configuration.ts';
import { addServerFlags } from './server-flags.ts';
import { type OptionName, optionNamed, optionNames } from './server-options.ts';

/** One option as it is in force. */
interface Line {
  readonly key: OptionName;
  /** Null where the option has none; secrets are masked. */
  readonly value: string | number | boolean | null;
  readonly source: string;
  readonly at: string;
}

const states: Readonly<Record<Place, string>> = {
  dataDir: 'in the folder dataDir',
  memory: 'in memory',
  databaseUrl: 'in the database databaseUrl',
};

/** Adds `localyun config`, which takes the flags of `localyun start`. */
export function addConfigCommand(program: Command, fail: (error: unknown) => never): void {
  const command = program
    .command('config')
    .description('print the options that localyun start would use, and where each comes from')
    .option('--json', 'print them as JSON');
  addServerFlags(command).action((flags: Readonly<Record<string, unknown>>) =>
    readConfiguration({ flags, environment: process.env })
      .then((effective) => void process.stdout.write(flags.json === true ? asJson(effective) : asText(effective)))
      .catch(fail),
  );
}

function asText(effective: EffectiveConfiguration): string {
  const lines = linesOf(effective).map(({ key, value, source, at }) => [
    key,
    value === null ? '-' : String(value),
    source === 'default' || source === 'none' ? source : `${source}, ${at}`,
  ]);
  const width = (column: number) => Math.max(...lines.map((line) => (line[column] ?? '').length));
  const [keyWidth, valueWidth] = [width(0), width(1)];
  const table = lines.map(
    ([key = '', value = '', from = '']) => `${key.padEnd(keyWidth)}  ${value.padEnd(valueWidth)}  ${from}\n`,
  );
  const file = effective.file ?? 'none';
  return `file: ${file}\nstate: ${states[effective.place]}\n\n${table.join('')}`;
}

function asJson(effective: EffectiveConfiguration): string {
  const { file = null, place } = effective;
  return `${JSON.stringify({ file, place, options: linesOf(effective) }, undefined, 2)}\n`;
}

function linesOf({ values, origins }: EffectiveConfiguration): readonly Line[] {
  return optionNames.map((key) => {
    const { source = 'none', at = 'none' } = origins.get(key) ?? {};
    const value = values[key];
    const isSecret = optionNamed(key).form.kind === 'secret';
    return { key, value: value === undefined ? null : isSecret ? masked(key, String(value)) : value, source, at };
  });
}

/** Of a database URL what is no password; of any other secret nothing. */
function masked(key: OptionName, secret: string): string {
  return key === 'databaseUrl' ? maskedDatabaseUrl(secret) : '***';
}
