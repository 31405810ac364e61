import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { misuse, useLocalyun } from './user-program.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../..', import.meta.url));
const compiler = join(repository, 'node_modules/typescript/bin/tsc');
/** Beside the packages that the published types refer to. */
const folder = mkdtempSync(join(repository, 'node_modules/.localyun-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles; what the compiler complains about. */
async function compile(...args: string[]): Promise<string> {
  return run(process.execPath, [compiler, ...args]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

it('a program that uses the library runs', async () => {
  expect(await useLocalyun()).toEqual([
    expect.stringMatching(/^\d{4}-/),
    expect.stringMatching(/^2\d{15}$/),
    expect.stringMatching(/^localyun-/),
    'vpcs',
    'number',
    'string',
    'number',
    '404',
    'true',
    expect.stringMatching(/^127\.0\.0\.1:(\d+) \1$/),
  ]);
});

it('a program that uses the library compiles against the published types', { timeout: 300_000 }, async () => {
  // What it must not do is marked in it, and the compiler complains when it may.
  expect(misuse).toBeTypeOf('function');
  const types = join(folder, 'types');
  expect(await compile('-p', join(repository, 'tsconfig.types.json'), '--outDir', types, '--noCheck')).toBe('');
  const project = join(folder, 'project');
  mkdirSync(project);
  const program = readFileSync(join(repository, 'test/library/user-program.ts'), 'utf8');
  writeFileSync(join(project, 'program.ts'), program.replace("'../../src/index.ts'", "'localyun'"));
  const options = {
    target: 'es2022',
    lib: ['es2022', 'esnext.disposable'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    paths: { localyun: [join(types, 'index.d.ts')] },
  };
  const typeRoots = [join(repository, 'node_modules/@types')];
  const configuration = { compilerOptions: { ...options, typeRoots }, files: ['program.ts'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(configuration));
  expect(await compile('-p', project)).toBe('');
});
