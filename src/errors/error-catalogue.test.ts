import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readModules } from '../../tools/evidence/modules.ts';
import { readCatalogue } from '../../tools/evidence/refusals.ts';
import { catalogues } from './catalogues.ts';
import { errorCatalogue, errorsNamed } from './error-catalogue.ts';
import { explain, ownExplanation } from './explain.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The codes of all catalogues that the sources have, found by reading them. */
function codesInSources(): ReadonlySet<string> {
  const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
  const entries = [...readCatalogue(readModules(files)).values()].flat();
  return new Set(entries.map(({ code }) => code));
}

describe('the catalogue of errors', () => {
  it('has every code of every refusal in the sources, with a cause and a way out', () => {
    const known = new Set(
      errorCatalogue()
        .filter(({ answered }) => answered)
        .map(({ code }) => code),
    );
    const codes = codesInSources();
    expect(codes.size).toBeGreaterThan(500);
    expect([...codes].filter((code) => !known.has(code))).toEqual([]);
    expect(errorCatalogue().filter(({ cause, wayOut }) => cause.length < 15 || wayOut.length < 5)).toEqual([]);
  });

  it('says of every code that is answered what it is about, and nothing of a code that does not exist', () => {
    const answered = errorCatalogue().filter((entry) => entry.answered);
    expect(answered.filter(({ product, code }) => explain(product, code) === undefined)).toEqual([]);
    expect(errorsNamed('NoSuchCode')).toEqual([]);
  });

  it('has texts of its own for all that the gateway, authentication and authorization refuse', () => {
    const general = catalogues.filter(([of]) => of === 'any').flatMap(([, catalogue]) => Object.entries(catalogue));
    const bare = general.map(([name, [, , code = name]]) => code).filter((code) => !ownExplanation('any', code));
    expect(bare).toEqual([]);
  });

  it('has an entry for each published code of DeleteNetworkInterface, and the reason for those that cannot occur', () => {
    const published = JSON.parse(
      readFileSync(join(repository, 'docs/error-codes.json'), 'utf8'),
    ).DeleteNetworkInterface;
    const codes: string[] = Object.values<string[]>(published).flat();
    expect(codes.length).toBeGreaterThanOrEqual(24);
    for (const code of codes) {
      const entries = errorsNamed(code);
      const isAnswered = entries.some(
        ({ answered, product, operations }) =>
          answered && (product === 'any' || operations.includes('DeleteNetworkInterface')),
      );
      const reasons = entries.flatMap(({ unanswered }) => unanswered);
      const reason = reasons.find(({ operation }) => operation === 'DeleteNetworkInterface');
      expect([code, isAnswered || reason !== undefined]).toEqual([code, true]);
    }
  });

  it('knows status, message and operations of a code', () => {
    const [entry] = errorsNamed('InvalidOperation.HasSlaveEniBonded');
    expect(entry).toMatchObject({
      product: 'Ecs',
      status: 400,
      answered: true,
      operations: expect.arrayContaining(['DeleteNetworkInterface']),
      cause: expect.stringContaining('bonded'),
    });
    expect(entry?.answers[0]?.message).toContain('{id}');
  });

  it('explains no code that does not exist', async () => {
    const codes = new Set(errorCatalogue().map(({ code }) => code));
    const folder = join(repository, 'src/errors/explanations');
    const named = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'?([\w. ]+)'?: (?:\[|\w+,$)/gm)].map(
        ([, code]) => code,
      ),
    );
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((code) => !codes.has(code ?? ''))).toEqual([]);
  });
});
