import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readModules } from '../../tools/evidence/modules.ts';
import { readCatalogue } from '../../tools/evidence/refusals.ts';

/** Documented with 404 although they say something else; no client takes them for success, for none comes from a deletion. */
const documentedExceptions =
  /^(MissingParameter\.|InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc$|InvalidParameter.SecurityGroupIdRepeated$|InvalidRegionId$)/;

/** What is said to be absent: a resource, or that a disk is attached. */
const absence = /NotFound|NotExist|Notfound|^NoSuchResource$|^InvalidDisk\.AlreadyDetached$/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path: join('src', path), text: readFileSync(join('src', path), 'utf8') }));

it('404 stands for absence only, in every catalogue of refusals', () => {
  const entries = [...readCatalogue(readModules(sources)).values()].flat();
  const strange = entries.filter(
    ({ status, code }) => status === 404 && !absence.test(code) && !documentedExceptions.test(code),
  );
  expect(strange).toEqual([]);
  expect(entries.filter(({ status }) => status === 404).length).toBeGreaterThan(20);
});
