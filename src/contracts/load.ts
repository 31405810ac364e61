import { readFileSync } from 'node:fs';
import type { Contract, ProductContracts, ProductName } from './contract.ts';
import { location } from './location.ts';

/** The file under `data/` and the product, by API version. The version alone identifies a product on the wire. */
const productsByVersion: ReadonlyMap<string, { readonly product: ProductName; readonly dataFile: string }> = new Map([
  ['2014-05-26', { product: 'Ecs', dataFile: 'ecs.json' }],
  ['2016-04-28', { product: 'Vpc', dataFile: 'vpc.json' }],
  ['2015-05-01', { product: 'Ram', dataFile: 'ram.json' }],
  ['2015-04-01', { product: 'Sts', dataFile: 'sts.json' }],
  ['2020-03-31', { product: 'ResourceManager', dataFile: 'resource-manager.json' }],
  ['2017-12-14', { product: 'BssOpenApi', dataFile: 'bss-open-api.json' }],
]);

/** What has no file, or has been read from its file. */
const loaded = new Map<string, ProductContracts>([[location.version, location]]);

/** Every product and its API version. Reads no contract data. */
export function productVersions(): readonly { readonly product: ProductName; readonly version: string }[] {
  const others = [location].map(({ product, version }) => ({ product, version }));
  return [...[...productsByVersion].map(([version, { product }]) => ({ product, version })), ...others];
}

/** The product an API version belongs to. Reads no contract data. */
export function findProductName(version: string): ProductName | undefined {
  return productsByVersion.get(version)?.product ?? loaded.get(version)?.product;
}

/**
 * The contracts of the product an API version belongs to, read from disk at the first call for that version.
 *
 * The data is looked up in `data/` beside this module. A bundle keeps that true by holding a copy of the folder
 * beside the bundled file: `src/contracts/data/*.json` goes to `dist/data/*.json`.
 */
export function findProduct(version: string): ProductContracts | undefined {
  const earlier = loaded.get(version);
  if (earlier) return earlier;
  const known = productsByVersion.get(version);
  if (!known) return undefined;
  const file = new URL(`./data/${known.dataFile}`, import.meta.url);
  const contracts: ProductContracts = JSON.parse(readFileSync(file, 'utf8'));
  loaded.set(version, contracts);
  return contracts;
}

/** The contract of one operation. The action must be spelt exactly as in the official description, letter case included. */
export function findContract(version: string, action: string): Contract | undefined {
  const operations = findProduct(version)?.operations;
  return operations && Object.hasOwn(operations, action) ? operations[action] : undefined;
}
