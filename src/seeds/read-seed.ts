import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type PlaceOf, type SeedProblem, SeedRefused } from '../access/seed-refused.ts';
import { doubleKeys } from './double-keys.ts';
import { referenceProblems } from './references.ts';
import { type Seed, seedDocument } from './seed-document.ts';
import { seedResources } from './seed-resources.ts';
import { SeedText } from './seed-text.ts';
import { placesIn } from './yaml-places.ts';

/** A seed that is well formed, and where in its text everything is. */
export interface ReadSeed {
  readonly seed: Seed;
  readonly placeOf: PlaceOf;
}

/**
 * Checks a seed: the text of a YAML file, as it is or with the file's name, or a document that was read from one already.
 * @throws SeedRefused with everything that is wrong with its form, its names and its references
 */
export function readSeed(given: unknown): ReadSeed {
  const { document, placeOf } = documentOf(typeof given === 'string' ? new SeedText(given) : given);
  const checked = seedDocument.safeParse(document ?? {});
  const problems = [...(checked.success ? [] : formProblems(checked.error, document)), ...problemsOfNames(document)];
  if (problems.length > 0) throw new SeedRefused(problems, placeOf);
  if (!checked.success) throw checked.error;
  return { seed: checked.data, placeOf };
}

const nowhere: PlaceOf = () => undefined;

interface Given {
  readonly document: unknown;
  readonly placeOf: PlaceOf;
}

function documentOf(given: unknown): Given {
  if (!(given instanceof SeedText)) return { document: given, placeOf: nowhere };
  const { text, file } = given;
  const prefix = file === undefined ? '' : `${file}:`;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', uniqueKeys: false });
  const notYaml = (offset: number, message: string): SeedProblem => {
    const { line, col } = lines.linePos(offset);
    return { path: [], place: `${prefix}${line}:${col}`, message: `is not YAML: ${message}` };
  };
  if (document.errors.length > 0) {
    throw new SeedRefused(document.errors.map(({ message, pos }) => notYaml(pos[0], firstLine(message))));
  }
  let doubles: readonly number[];
  let read: Given;
  try {
    doubles = doubleKeys(document);
    read = { document: document.toJS(), placeOf: placesIn(document, lines, prefix) };
  } catch (error) {
    throw new SeedRefused([{ path: [], message: `is not usable: ${(error as Error).message}` }]);
  }
  if (doubles.length > 0) throw new SeedRefused(doubles.map((offset) => notYaml(offset, 'Map keys must be unique')));
  return read;
}

/** Without the place, which is told in the form of all problems. */
function firstLine(message: string): string {
  return message.split(/ at line \d|\n/)[0] ?? '';
}

function formProblems(error: z.ZodError, document: unknown): readonly SeedProblem[] {
  return error.issues.flatMap((issue): SeedProblem[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: [...path, key], isOfName: true, message: 'is not known here' }));
      case 'invalid_key':
        return [{ path, isOfName: true, message: issue.issues.map(({ message }) => message).join('; ') }];
      default:
        return [{ path, message: `${shown(path, document)}${issue.message}` }];
    }
  });
}

/** The value that is wrong, but no secret and nothing long. */
function shown(path: SeedProblem['path'], document: unknown): string {
  if (path.some((part) => /secret/i.test(String(part)))) return '';
  let value = document;
  for (const part of path) value = isObject(value) ? value[part] : undefined;
  const isShort = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
  if (!isShort || (typeof value === 'string' && (value.length > 60 || /[\p{Cs}\p{Cc}]/u.test(value)))) return '';
  return `${JSON.stringify(value)} - `;
}

/** Names can be looked at wherever the form of a region's resources is right, whatever else is wrong. */
function problemsOfNames(document: unknown): readonly SeedProblem[] {
  const accounts = isObject(document) && Array.isArray(document.accounts) ? document.accounts : [];
  return accounts.flatMap((account: unknown, index) => {
    const byRegion = isObject(account) && isObject(account.resources) ? account.resources : {};
    return Object.entries(byRegion).flatMap(([region, given]) => {
      const resources = seedResources.safeParse(given);
      if (!resources.success) return [];
      const path = ['accounts', index, 'resources', region];
      return referenceProblems(resources.data).map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
    });
  });
}

function isObject(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
