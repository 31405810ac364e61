/**
 * Starts a new operation: its file, its test, and what is generated from them.
 *
 *     npm run new-operation ModifyNetworkInterfaceAttribute
 *     npm run new-operation TagResources -- --product Vpc --folder vpc/tag
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { operationsIn } from './contracts/implemented-operations.ts';
import { productSources } from './contracts/products.ts';
import { planOperation, productFolders, type Situation } from './scaffold/plan.ts';
import { operationTemplate, testTemplate } from './scaffold/template.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const source = join(repository, 'src');
const usage = 'usage: npm run new-operation NAME [-- --product PRODUCT] [--folder FOLDER]';

function situation(): Situation {
  return {
    products: productSources.map(({ dataFile }) =>
      JSON.parse(readFileSync(join(source, 'contracts/data', dataFile), 'utf8')),
    ),
    implemented: Object.values(productFolders)
      .filter((folder) => existsSync(join(source, folder)))
      .flatMap((folder) =>
        readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
      )
      .flatMap((path) => operationsIn(readFileSync(join(source, path), 'utf8')).map((one) => ({ path, ...one }))),
    fileExists: (path) => existsSync(join(source, path)),
  };
}

function main(): void {
  const options = { product: { type: 'string' }, folder: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [action, ...others] = positionals;
  const plan = action === undefined || others.length > 0 ? usage : planOperation({ action, ...values }, situation());
  if (typeof plan === 'string') {
    console.error(plan);
    process.exitCode = 2;
    return;
  }

  const files = { [`${plan.path}.ts`]: operationTemplate(plan), [`${plan.path}.test.ts`]: testTemplate(plan) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text, { flag: 'wx' });
    console.log(`wrote: src/${path}`);
  }
  // What makes it known; pages that list it are for `npm run generate`, once it is written.
  for (const generator of ['generate-contracts', 'generate-registry']) {
    execFileSync('npx', ['tsx', `tools/${generator}.ts`], { cwd: repository, stdio: 'inherit' });
  }
  console.log(`next: write the test, then the operation; run it with npx vitest run src/${plan.path}.test.ts`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
