import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigurationRefused } from './configuration-refused.ts';
import { type Form, fits, optionNamed, optionNames, serverOptions, wanted } from './server-options.ts';

/** What a file says: values by key, and the place of each, `localyun.yaml:3:7`. */
export interface FileSettings {
  readonly values: ReadonlyMap<string, string | number | boolean>;
  readonly places: ReadonlyMap<string, string>;
}

const schema = z.strictObject(
  Object.fromEntries(optionNames.map((name) => [name, schemaOf(optionNamed(name).form).optional()])),
);

/**
 * Reads a configuration file. Paths in it are taken from the folder that it is in.
 * @param file the path of the file, as it is named in messages
 * @throws ConfigurationRefused with a line for everything that is wrong: file, line, column, key and value
 */
export function readConfigurationFile(file: string): FileSettings {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (document.errors.length > 0) {
    const messages = document.errors.map(({ message, pos }) => `${at(pos[0])}: ${message.split(/ at line \d|\n/)[0]}`);
    throw new ConfigurationRefused(messages.join('\n'));
  }
  const content: unknown = document.toJS() ?? {};
  const pairs = pairsOf(document.contents);
  const checked = schema.safeParse(content);
  if (!checked.success) {
    const complaints = checked.error.issues.flatMap((issue): { offset: number; message: string }[] => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => {
          const { keyOffset = 0, value } = pairs.get(key) ?? {};
          return { offset: keyOffset, message: unknownKey(key, value) };
        });
      }
      const key = String(issue.path[0] ?? '');
      const { valueOffset = 0, value } = pairs.get(key) ?? {};
      if (key === '') return [{ offset: 0, message: `${shownContent(content)} is not a mapping of keys to values` }];
      return [{ offset: valueOffset, message: `${key}: ${shownOf(key, value)} is not ${wantedOf(key)}` }];
    });
    complaints.sort((one, other) => one.offset - other.offset);
    throw new ConfigurationRefused(complaints.map(({ offset, message }) => `${at(offset)}: ${message}`).join('\n'));
  }
  const values = new Map<string, string | number | boolean>();
  for (const [key, value] of Object.entries(checked.data)) {
    if (value !== undefined) values.set(key, placed(key, value, file));
  }
  return {
    values,
    places: new Map([...pairs].map(([key, { valueOffset }]) => [key, at(valueOffset ?? 0)])),
  };
}

interface FoundPair {
  readonly keyOffset: number | undefined;
  readonly valueOffset: number | undefined;
  readonly value: unknown;
}

function pairsOf(contents: unknown): ReadonlyMap<string, FoundPair> {
  const items = typeof contents === 'object' && contents !== null && 'items' in contents ? contents.items : [];
  const found = new Map<string, FoundPair>();
  for (const { key, value } of items as readonly Pair<unknown, unknown>[]) {
    if (!isScalar(key)) continue;
    const keyOffset = key.range?.[0];
    const isThere = typeof value === 'object' && value !== null;
    const range = isThere && 'range' in value ? (value.range as readonly number[] | undefined) : undefined;
    const plain = isThere && 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : undefined;
    found.set(String(key.value), { keyOffset, valueOffset: range?.[0] ?? keyOffset, value: plain ?? null });
  }
  return found;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationRefused(`${file}: cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function schemaOf(form: Form): z.ZodType<string | number | boolean> {
  return z.custom<string | number | boolean>((value) => fits(form, value));
}

function wantedOf(key: string): string {
  return key in serverOptions ? wanted(serverOptions[key as keyof typeof serverOptions].form) : 'a key';
}

/** Names the key that was probably meant: written as a flag or a variable is. */
function unknownKey(key: string, value: unknown): string {
  const meant = optionNames.find((name) => plain(name) === plain(key));
  const hint = meant === undefined ? `the keys are ${optionNames.join(', ')}` : `the key is ${meant}`;
  return `unknown key ${key} with ${isOfSecret(key) ? 'a value' : `the value ${shown(value)}`}; ${hint}`;
}

/** The name of an option, however it is written. */
function plain(name: string): string {
  return name
    .replace(/^(--|localyun_)/i, '')
    .replaceAll(/[-_]/g, '')
    .toLowerCase();
}

/** Whether a text names an option that is not to be shown. */
function isOfSecret(text: string): boolean {
  return optionNames.some((name) => optionNamed(name).form.kind === 'secret' && plain(text).includes(plain(name)));
}

function shownOf(key: string, value: unknown): string {
  // What is nothing gives nothing away.
  return isOfSecret(key) && value !== null && value !== '' ? 'what is given' : shown(value);
}

function shownContent(content: unknown): string {
  return isOfSecret(shown(content)) ? 'what is given' : shown(content);
}

function placed(key: string, value: string | number | boolean, file: string): string | number | boolean {
  const kind = key in serverOptions ? serverOptions[key as keyof typeof serverOptions].form.kind : 'text';
  if (typeof value !== 'string' || (kind !== 'folder' && kind !== 'file') || isAbsolute(value)) return value;
  return join(dirname(file), value);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
