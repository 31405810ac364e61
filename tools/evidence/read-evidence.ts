import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import type { Contract, ProductContracts } from '../../src/contracts/contract.ts';
import { operationsIn } from '../contracts/implemented-operations.ts';
import { productSources } from '../contracts/products.ts';
import { type CodeEvidence, codeEvidence, type PublishedCodes } from './codes.ts';
import { type Module, type Modules, readModules, type SourceText } from './modules.ts';
import { divideParameters, namesReadIn, parametersOf } from './parameters.ts';
import { clientsOf, type ProvenByClients, provenCodes } from './proven.ts';
import { type Place, reachedFrom } from './reach.ts';
import { type Reason, reasonsFor, unusedReasons } from './reasons.ts';
import { type AnsweredCode, type Catalogue, readCatalogue, refusalsIn } from './refusals.ts';
import { statementNumbers, testsByStatement } from './statements.ts';
import { type TestCase, type TestPlace, testCasesIn, titlesIn } from './test-cases.ts';

/** What is known of one implemented operation. */
export interface OperationEvidence {
  readonly product: string;
  readonly action: string;
  readonly path: string;
  /** The real clients that carried it out. */
  readonly clients: readonly string[];
  /** How many tests name it. */
  readonly testCount: number;
  readonly used: readonly string[];
  readonly ignored: readonly string[];
  readonly codes: readonly CodeEvidence[];
}

export interface ProductEvidence {
  readonly product: string;
  readonly version: string;
  readonly operations: readonly OperationEvidence[];
  readonly notImplemented: readonly string[];
}

export interface Evidence {
  readonly products: readonly ProductEvidence[];
  readonly clients: readonly string[];
  readonly statements: ReadonlyMap<number, readonly TestPlace[]>;
  /** What of the reasons for codes that are not answered explains nothing. */
  readonly unusedReasons: readonly string[];
}

/** The documents beside the sources that the evidence is read from. */
export interface Documents {
  readonly contracts: readonly ProductContracts[];
  readonly published: PublishedCodes;
  readonly proven: ProvenByClients;
  readonly semantics: string;
  readonly reasons: readonly Reason[];
}

/** Reads sources, tests and documents below the repository's folder. */
export function readEvidence(repository: string): Evidence {
  const json = (path: string) => JSON.parse(readFileSync(join(repository, path), 'utf8'));
  const provenPath = 'docs/proven-by-clients.json';
  return evidenceOf(
    ['src', 'test'].flatMap((folder) => sourcesIn(repository, folder)),
    {
      contracts: productSources.map(({ dataFile }) => json(`src/contracts/data/${dataFile}`)),
      published: json('docs/error-codes.json'),
      proven: existsSync(join(repository, provenPath)) ? json(provenPath) : {},
      semantics: readFileSync(join(repository, 'docs/semantics.md'), 'utf8'),
      reasons: json('docs/unanswered-codes.json'),
    },
  );
}

/** Computes the evidence from texts alone. */
export function evidenceOf(files: readonly SourceText[], documents: Documents): Evidence {
  const modules = readModules(files);
  const tests = testCasesIn(modules);
  const catalogue = readCatalogue(modules);
  const context: Context = {
    modules,
    tests,
    documents,
    catalogue,
    ofGateway: refusalsOfFiles(modules, catalogue, /^src\/gateway\/(steps\/[\w-]+|pipeline)\.ts$/),
    ofClientToken: refusalsOfFiles(modules, catalogue, /^src\/engine\/idempotency\.ts$/),
  };
  const declared = [...modules.values()].filter(({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts'));
  const found = declared.flatMap((module) =>
    operationsIn(module.source.text).map(({ product, action }) => ({ product, action, module })),
  );
  const products = documents.contracts.map(({ product, version, operations }) => ({
    product,
    version,
    operations: found
      .filter((one) => one.product === product && Object.hasOwn(operations, one.action))
      .map((one) => operationEvidence(context, one, operations[one.action] as Contract))
      .sort((a, b) => (a.action < b.action ? -1 : 1)),
    notImplemented: Object.keys(operations).filter(
      (action) => !found.some((one) => one.product === product && one.action === action),
    ),
  }));
  return {
    products,
    clients: Object.keys(documents.proven),
    statements: testsByStatement(statementNumbers(documents.semantics), titlesIn(modules)),
    unusedReasons: unusedReasons(
      documents.reasons,
      products.flatMap(({ operations }) => operations),
    ),
  };
}

interface Context {
  readonly modules: Modules;
  readonly tests: readonly TestCase[];
  readonly documents: Documents;
  readonly catalogue: Catalogue;
  /** What the pipeline can refuse any operation with. */
  readonly ofGateway: readonly AnsweredCode[];
  /** What the engine can refuse operations with that take a ClientToken. */
  readonly ofClientToken: readonly AnsweredCode[];
}

interface Implemented {
  readonly product: string;
  readonly action: string;
  readonly module: Module;
}

function operationEvidence(context: Context, { product, action, module }: Implemented, contract: Contract) {
  const { modules, catalogue, documents } = context;
  const reached = reachedFrom(modules, [{ module, node: operationNode(module) }]);
  const takesToken = contract.parameters.ClientToken !== undefined && !/^(Describe|List|Get)/.test(action);
  const namesRead = new Set([...namesReadIn(reached), 'RegionId', ...(takesToken ? ['ClientToken'] : [])]);
  // Products have operations of one name: then a test has to name the product, too.
  const isShared = documents.contracts.filter(({ operations }) => Object.hasOwn(operations, action)).length > 1;
  const tests = context.tests.filter(({ texts }) => texts.has(action) && (!isShared || texts.has(product)));
  return {
    product,
    action,
    path: module.path,
    clients: clientsOf(documents.proven, product, action),
    testCount: tests.length,
    ...divideParameters(parametersOf(contract.parameters), namesRead),
    codes: codeEvidence({
      published: product === 'Ecs' ? documents.published[action] : undefined,
      ofOperation: refusalsIn(reached, catalogue),
      ofGateway: gatewayRefusals(context, module, takesToken),
      tests,
      proven: provenCodes(documents.proven, product, action),
      reasons: reasonsFor(documents.reasons, action),
    }),
  } satisfies OperationEvidence;
}

/** What an operation can be refused with before it runs, by what it says of itself. */
function gatewayRefusals(context: Context, operation: Module, takesToken: boolean): readonly AnsweredCode[] {
  const kind = /networkInterfaces: (true|'ipv6')/.exec(operation.source.text)?.[1];
  // The operations on IPv6 addresses have another status for one code, and another spelling of the other.
  const isPossible = ({ code, status }: AnsweredCode): boolean => {
    if (code === 'Forbidden.RegionId') return kind !== undefined && status === (kind === 'true' ? 400 : 403);
    if (code === 'Forbedden.NotSupportRAM') return kind === "'ipv6'";
    return code !== 'Forbidden.NotSupportRAM' || kind !== "'ipv6'";
  };
  return [...context.ofGateway, ...(takesToken ? context.ofClientToken : [])].filter(isPossible);
}

function refusalsOfFiles(modules: Modules, catalogue: Catalogue, files: RegExp): readonly AnsweredCode[] {
  const places = [...modules.values()]
    .filter(({ path }) => files.test(path))
    .flatMap((module): Place[] => [...module.declarations.values()].map((node) => ({ module, node })));
  return refusalsIn(reachedFrom(modules, places), catalogue);
}

function operationNode(module: Module): ts.Node {
  const declaration = [...module.declarations.values()].find((node) => /= operation\(/.test(node.getText()));
  return declaration ?? module.source;
}

/** What the fuzzer sends names operations and codes without expecting them: no evidence. */
const notEvidence = 'test/fuzz/';

function sourcesIn(repository: string, folder: string): SourceText[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith(notEvidence))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}
