import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An operation that has an implementation in the sources. */
export interface ImplementedOperation {
  readonly product: string;
  readonly action: string;
}

/** The folders under `src` that hold operations. */
const operationFolders = ['ecs', 'vpc', 'ram', 'sts', 'resource-manager', 'location', 'billing'];

/** The operations implemented under `sourceFolder`, sorted, each once. A folder that does not exist holds none. */
export function findImplementedOperations(sourceFolder: string): ImplementedOperation[] {
  const found = operationFolders
    .flatMap((folder) => sourceFiles(join(sourceFolder, folder)))
    .flatMap((file) => operationsIn(readFileSync(file, 'utf8')));
  const unique = new Map(found.map((operation) => [`${operation.product}.${operation.action}`, operation]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, operation]) => operation);
}

/** The operations a source text declares: every call that begins `operation('Product', 'Action'`. */
export function operationsIn(sourceText: string): ImplementedOperation[] {
  const calls = sourceText.matchAll(/\boperation\(\s*'(\w+)',\s*'(\w+)'/g);
  return Array.from(calls, ([, product, action]) => ({ product: String(product), action: String(action) }));
}

function sourceFiles(folder: string): string[] {
  const entries = readdirSyncIfPresent(folder);
  return entries.filter((name) => /(?<!\.test|\.d)\.ts$/.test(name)).map((name) => join(folder, name));
}

function readdirSyncIfPresent(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
