import type { Contract, ProductContracts } from '../../src/contracts/contract.ts';
import { kebabCase, similarNames } from './names.ts';

/** What there is already. */
export interface Situation {
  readonly products: readonly ProductContracts[];
  /** Files below `src` that declare an operation, such as `ecs/tag/tag-resources.ts`, with their product and action. */
  readonly implemented: readonly { readonly path: string; readonly product: string; readonly action: string }[];
  readonly fileExists: (path: string) => boolean;
}

/** What is wanted: an action, and what cannot be told from its name. */
export interface Wanted {
  readonly action: string;
  readonly product?: string | undefined;
  readonly folder?: string | undefined;
}

/** Where a new operation goes. */
export interface Plan {
  readonly product: string;
  readonly action: string;
  readonly contract: Contract;
  /** Below `src`, without the file's ending. */
  readonly path: string;
}

/** The folder of each product below `src`. */
export const productFolders: Readonly<Record<string, string>> = {
  Ecs: 'ecs',
  Vpc: 'vpc',
  Ram: 'ram',
  Sts: 'sts',
  ResourceManager: 'resource-manager',
};

/** How resources are called in names of actions, where folders are called otherwise. */
const otherNames: Readonly<Record<string, string>> = { eni: 'network-interface' };

/** The plan, or a sentence why there is none. */
export function planOperation(wanted: Wanted, situation: Situation): Plan | string {
  const { action } = wanted;
  const known = situation.products.filter(({ operations }) => Object.hasOwn(operations, action));
  const chosen = known.filter(({ product }) => wanted.product === undefined || product === wanted.product);
  const [only, another] = chosen;
  if (only === undefined) return unknownAction(wanted, known, situation);
  if (another !== undefined) {
    return `${action} is an operation of several products: add --product ${known.map(({ product }) => product).join(' or ')}`;
  }
  const { product } = only;
  const present = situation.implemented.find((one) => one.product === product && one.action === action);
  if (present) return `${product} ${action} is there already: src/${present.path}`;
  const contract = only.operations[action] as Contract;
  const folder = wanted.folder ?? guessFolder(product, action, contract, situation);
  const root = productFolders[product] ?? '';
  if (folder !== root && !folder.startsWith(`${root}/`))
    return `the folder of a ${product} operation is below ${root}/, not ${folder}`;
  const path = `${folder}/${kebabCase(action)}`;
  const taken = [`${path}.ts`, `${path}.test.ts`].find(situation.fileExists);
  return taken === undefined ? { product, action, contract, path } : `there is a file already: src/${taken}`;
}

function unknownAction(
  { action, product }: Wanted,
  known: readonly ProductContracts[],
  { products }: Situation,
): string {
  if (product !== undefined && !products.some((one) => one.product === product)) {
    return `there is no product ${product}; there are ${products.map((one) => one.product).join(', ')}`;
  }
  if (known.length > 0)
    return `${action} is not an operation of ${product} but of ${known.map((one) => one.product).join(', ')}`;
  const all = products
    .filter((one) => product === undefined || one.product === product)
    .flatMap(({ operations }) => Object.keys(operations));
  const similar = [...new Set(similarNames(action, all))];
  return `no product has an operation ${action}${similar.length > 0 ? `; did you mean ${similar.join(', ')}?` : ''}`;
}

/**
 * The folder of a resource that the name of the action or an id it requires tells of: `ecs/network-interface` for
 * ModifyNetworkInterfaceAttribute and for AssignPrivateIpAddresses. Else one named for what follows the verb.
 */
export function guessFolder(product: string, action: string, contract: Contract, { implemented }: Situation): string {
  const root = productFolders[product] ?? '';
  const folders = new Set(
    implemented.filter((one) => one.product === product).map(({ path }) => path.replace(/\/[^/]+$/, '')),
  );
  // A small product keeps its operations in one folder.
  if (folders.size > 0 && [...folders].every((folder) => folder === root)) return root;
  const resources = [...folders].filter((folder) => folder !== root).map((folder) => folder.slice(root.length + 1));
  const names = [...resources.map((name) => [name, name] as const), ...Object.entries(otherNames)]
    .filter(([, folder]) => resources.includes(folder))
    .sort(([a], [b]) => b.length - a.length);
  const required = contract.required.filter((name) => name.endsWith('Id')).map((name) => name.slice(0, -2));
  for (const text of [action, ...required]) {
    const found = names.find(([name]) => holds(text, name));
    if (found) return `${root}/${found[1]}`;
  }
  const [, ...words] = kebabCase(action).split('-');
  const resource = words
    .join('-')
    .replace(/-?attributes?$/, '')
    .replace(/([^s])s$/, '$1');
  return resource === '' ? root : `${root}/${resource}`;
}

/** Whether the words of a name follow each other in a text: `vswitch` and `v-switch` alike in CreateVSwitch. */
function holds(text: string, name: string): boolean {
  const words = `-${kebabCase(text)}`;
  if (new RegExp(`-${name}(s|es)?(-|$)`).test(words)) return true;
  return new RegExp(`-${name}(s|es)?(-|$)`).test(words.replace('-v-switch', '-vswitch'));
}
