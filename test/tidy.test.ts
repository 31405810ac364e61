import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { operationsIn } from '../tools/contracts/implemented-operations.ts';
import { readModules, type SourceText } from '../tools/evidence/modules.ts';
import { testCasesIn } from '../tools/evidence/test-cases.ts';
import { kebabCase } from '../tools/scaffold/names.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const self = 'test/tidy.test.ts';

function filesIn(folder: string): string[] {
  const names = readdirSync(join(repository, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(repository.length).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('src/contracts/data/') && !path.includes('node_modules/'));
}

function read(path: string): SourceText {
  return { path, text: readFileSync(join(repository, path), 'utf8') };
}

const atTheTop = readdirSync(repository, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
  .map((entry) => entry.name);
const folders = ['src', 'console', 'test', 'tools', 'bench', 'docs', 'examples', '.ci'];
const files = [...folders.flatMap(filesIn), ...atTheTop].filter((path) => path !== self).map(read);

const isTest = ({ path }: SourceText) => /\.(test|fixture)\.ts$/.test(path);
const isGenerated = ({ path }: SourceText) => path.endsWith('.generated.ts');
const sources = files.filter((file) => /^src\/.*\.ts$/.test(file.path) && !isTest(file) && !isGenerated(file));
const operations = sources.flatMap(({ path, text }) => operationsIn(text).map((operation) => ({ path, ...operation })));

/** Where lines match, as an editor jumps to them. */
function placesOf(pattern: RegExp, among: readonly SourceText[]): string[] {
  return among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('a source file', () => {
  const maxLines = 300;
  /** Nothing but figures, a line for each thing they are of. */
  const tables = ['src/ecs/instance-type/figures.ts'];

  it(`has at most ${maxLines} lines`, () => {
    const long = sources
      .filter(({ path, text }) => !tables.includes(path) && text.trimEnd().split('\n').length > maxLines)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

describe('no file', () => {
  it('leaves work for later', () => {
    expect(placesOf(/\b(TODO|FIXME|XXX|HACK)\b/, files)).toEqual([]);
  });

  it("names a folder of somebody's machine", () => {
    expect(placesOf(/(^|[\s"'`(=:])\/(home|root|Users|work|mnt|private)\/\w/, files)).toEqual([]);
  });

  it('names a host that packages are fetched from', () => {
    const hosts = /\b(registry\.(?!generated\b)[\w-]+\.\w+|npmjs\.(com|org)|npmmirror|pypi\.org|proxy\.golang\.org)\b/i;
    expect(placesOf(hosts, files)).toEqual([]);
  });
});

describe('no test', () => {
  it('is left out, or keeps the others out', () => {
    expect(placesOf(/\b(it|test|describe)(\.\w+)*\.(only|skip|todo)\b/, files.filter(isTest))).toEqual([]);
  });
});

describe('an operation', () => {
  it('is alone in a file that is named for it', () => {
    const misnamed = operations.filter(({ path, action }) => basename(path, '.ts') !== kebabCase(action));
    expect(misnamed).toEqual([]);
    expect(new Set(operations.map(({ path }) => path)).size).toBe(operations.length);
  });

  it('is named in a test: one that calls it by its name, or as a method of a client', () => {
    const tests = testCasesIn(readModules(files.filter(({ path }) => /^(src|test)\/.*\.ts$/.test(path))));
    const names = operations.map(({ action }) => action);
    const untested = operations.filter(({ product, action }) => {
      const isShared = names.filter((name) => name === action).length > 1;
      return !tests.some(({ texts }) => texts.has(action) && (!isShared || texts.has(product)));
    });
    expect(untested).toEqual([]);
  });
});
