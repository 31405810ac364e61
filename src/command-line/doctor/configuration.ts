import {
  type EffectiveConfiguration,
  fileVariable,
  readConfiguration,
  standardConfiguration,
} from '../configuration.ts';
import { ConfigurationRefused } from '../configuration-refused.ts';
import { readSeedFile } from '../seed-file.ts';
import { optionNames, variableOf } from '../server-options.ts';
import { type Environment, type Finding, messageOf, ok, problem, warning } from './finding.ts';

/** What the command was called with. */
export interface Asked {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Environment;
}

export interface ReadConfiguration {
  readonly findings: readonly Finding[];
  /** The defaults where what is configured cannot be read. */
  readonly effective: EffectiveConfiguration;
}

/** Names that Localyun's own variables begin with, and one that is for clients. */
const prefix = 'LOCALYUN_';
const known: ReadonlySet<string> = new Set([...optionNames.map(variableOf), fileVariable, 'LOCALYUN_ENDPOINT']);

/** File, variables and flags, and the seed file that they name. */
export async function checkConfiguration(asked: Asked): Promise<ReadConfiguration> {
  let effective: EffectiveConfiguration;
  try {
    effective = await readConfiguration(asked);
  } catch (error) {
    if (!(error instanceof ConfigurationRefused)) throw error;
    const findings = error.message
      .split('\n')
      .map((line) => problem('configuration', line, 'correct it; the checks below go by the defaults'));
    return { findings, effective: standardConfiguration() };
  }
  const { file, values } = effective;
  const findings = [ok('configuration', file === undefined ? 'no file; flags, variables and defaults' : file)];
  for (const name of Object.keys(asked.environment)) {
    if (!name.startsWith(prefix) || known.has(name)) continue;
    findings.push(warning('configuration', `${name} is no variable of Localyun`, 'see docs/configuration.md'));
  }
  if (values.seed !== undefined) findings.push(await checkSeedFile(values.seed));
  return { findings, effective };
}

async function checkSeedFile(file: string): Promise<Finding> {
  try {
    const { readSeed } = await import('../../seeds/read-seed.ts');
    readSeed(await readSeedFile(file));
    return ok('seed', file);
  } catch (error) {
    return problem('seed', `${file}: ${messageOf(error)}`, 'correct the file, or leave --seed out');
  }
}
