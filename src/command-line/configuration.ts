import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationRefused } from './configuration-refused.ts';
import {
  type Configuration,
  flagOf,
  type OptionName,
  optionNamed,
  optionNames,
  readText,
  variableOf,
  wanted,
} from './server-options.ts';

/** The file that is looked up in the working directory. */
export const defaultFile = 'localyun.yaml';
/** The variable that names another file. */
export const fileVariable = 'LOCALYUN_CONFIG';

/** Where values come from, the one that goes first in front. */
export const sources = ['flag', 'environment', 'file', 'default'] as const;
export type Source = (typeof sources)[number];

/** Where a value comes from; `at` is the flag, the variable, or file, line and column. */
export interface Origin {
  readonly source: Source;
  readonly at: string;
}

/** Where the state is. */
export type Place = 'dataDir' | 'memory' | 'databaseUrl';

export interface EffectiveConfiguration {
  /** The defaults are among the values. */
  readonly values: Configuration;
  readonly origins: ReadonlyMap<OptionName, Origin>;
  /** What was given last decides; the values of the other places stay, and say nothing about the state. */
  readonly place: Place;
  /** The file that was read, if there is one. */
  readonly file: string | undefined;
}

export interface ConfigurationInput {
  /** The flags as given on the command line, read already; `config` names the file. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where `localyun.yaml` is looked up, and what paths are relative to; the working directory unless given. */
  readonly folder?: string;
}

interface Layer {
  readonly source: Source;
  readonly values: ReadonlyMap<string, unknown>;
  /** How the layer calls an option. */
  readonly at: (name: OptionName) => string;
}

const places: readonly Place[] = ['memory', 'databaseUrl', 'dataDir'];

/**
 * The one place where flags go before the environment, the environment before the file, and the file before defaults.
 * @throws ConfigurationRefused when a value is not of its form, or one source names two places for the state
 */
export async function readConfiguration(input: ConfigurationInput): Promise<EffectiveConfiguration> {
  const file = fileOf(input);
  const layers = [flagLayer(input), environmentLayer(input), await fileLayer(file), defaultLayer()];
  const origins = new Map<OptionName, Origin>();
  const values: Partial<Record<OptionName, unknown>> = {};
  for (const { source, values: given, at } of layers) {
    for (const name of optionNames) {
      if (origins.has(name) || !given.has(name)) continue;
      origins.set(name, { source, at: at(name) });
      values[name] = given.get(name);
    }
  }
  // Each layer has held its values to the forms that the type is made of.
  return { values: values as Configuration, origins, place: placeOf(layers), file };
}

/** What is in force where nothing is given. */
export function standardConfiguration(): EffectiveConfiguration {
  const { values, at, source } = defaultLayer();
  const origins = new Map(
    optionNames.filter((name) => values.has(name)).map((name) => [name, { source, at: at(name) }]),
  );
  return { values: Object.fromEntries(values), origins, place: 'dataDir', file: undefined };
}

function flagLayer({ flags }: ConfigurationInput): Layer {
  const values = new Map(optionNames.filter((name) => flags[name] !== undefined).map((name) => [name, flags[name]]));
  return { source: 'flag', values, at: flagOf };
}

/** A variable that is set to nothing counts as not set, as tools that hand variables on leave it. */
function environmentLayer({ environment }: ConfigurationInput): Layer {
  const values = new Map<string, unknown>();
  for (const name of optionNames) {
    const variable = variableOf(name);
    const text = environment[variable];
    if (text === undefined || text === '') continue;
    const { form } = optionNamed(name);
    const value = readText(form, text);
    if (value === undefined) throw new ConfigurationRefused(`${variable}: "${text}" is not ${wanted(form)}`);
    values.set(name, value);
  }
  return { source: 'environment', values, at: variableOf };
}

async function fileLayer(file: string | undefined): Promise<Layer> {
  if (file === undefined) return { source: 'file', values: new Map(), at: () => '' };
  // What reads files is loaded where there is one.
  const { readConfigurationFile } = await import('./configuration-file.ts');
  const { values, places: found } = readConfigurationFile(file);
  return { source: 'file', values, at: (name) => found.get(name) ?? file };
}

function defaultLayer(): Layer {
  const values = optionNames.map((name) => [name, optionNamed(name).default] as const);
  return { source: 'default', values: new Map(values.filter(([, value]) => value !== undefined)), at: () => 'default' };
}

function fileOf({ flags, environment, folder }: ConfigurationInput): string | undefined {
  const named = typeof flags.config === 'string' ? flags.config : environment[fileVariable];
  const inFolder = (name: string) => (folder === undefined ? name : join(folder, name));
  if (named !== undefined && named !== '') return named;
  return existsSync(inFolder(defaultFile)) ? inFolder(defaultFile) : undefined;
}

/** The place that the first layer which names one says. */
function placeOf(layers: readonly Layer[]): Place {
  let candidates = places;
  for (const { source, values, at } of layers) {
    // A switch that is off here stays off, whatever weaker layers say.
    candidates = candidates.filter((place) => values.get(place) !== false);
    const named = candidates.filter((place) => values.has(place));
    if (named.length > 1) {
      const [first, ...others] = named.map((name) => (source === 'file' ? `${name} (${at(name)})` : at(name)));
      throw new ConfigurationRefused(`${first} cannot be used with ${others.join(' and ')}: the state is in one place`);
    }
    if (named[0] !== undefined) return named[0];
  }
  return 'dataDir';
}
