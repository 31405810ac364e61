/**
 * Writes `src/contracts/data/*.json` and `src/contracts/operations.generated.ts` from the installed SDK packages.
 *
 *     npx tsx tools/generate-contracts.ts           write what changed
 *     npx tsx tools/generate-contracts.ts --check   write nothing; exit 1 when what is checked in is stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { location } from '../src/contracts/location.ts';
import { contractsJson } from './contracts/contracts-json.ts';
import { findImplementedOperations } from './contracts/implemented-operations.ts';
import { operationTypes } from './contracts/operation-types.ts';
import { productSources } from './contracts/products.ts';
import { readProduct } from './contracts/read-sdk.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const sourceFolder = join(repository, 'src');

/** One generated file: its absolute path and the text it must have. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Everything this tool generates, computed afresh; nothing is written. */
export function generateContracts(): GeneratedFile[] {
  const contracts = productSources.map(readProduct);
  const data = productSources.map(({ dataFile }, index) => {
    const product = contracts[index];
    if (!product) throw new Error(`No contracts were read for ${dataFile}.`);
    return { path: join(sourceFolder, 'contracts/data', dataFile), text: contractsJson(product) };
  });
  const types = operationTypes(findImplementedOperations(sourceFolder), [...contracts, location]);
  return [...data, { path: join(sourceFolder, 'contracts/operations.generated.ts'), text: types }];
}

/** The generated files that are not on disk as they should be. */
export function staleFiles(files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.filter(({ path, text }) => readIfPresent(path) !== text);
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const stale = staleFiles(generateContracts());
  for (const { path, text } of stale) {
    console.log(`${isCheck ? 'stale' : 'wrote'}: ${relative(repository, path)} (${text.length} bytes)`);
    if (isCheck) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (isCheck && stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
