import type { Parameters, Product } from '../support/signed-client.ts';

/**
 * One call in the life of an account. Texts of the form `$name` in the parameters stand for what earlier answers were
 * kept under, the `RegionId` of regional products is added.
 */
export interface Step {
  readonly product: Product;
  readonly action: string;
  readonly parameters: Parameters;
  /** What to keep of the answer: name to path, `InstanceIdSets.InstanceIdSet.0`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Whose access key it is called with; the owner's root key unless given. */
  readonly caller?: string;
  /** Parameters that are known only when the step's turn has come. */
  readonly late?: (kept: Kept) => Parameters;
  /** Made ready for another operation: it is carried out, and nothing else is tried on it. */
  readonly preparation?: true;
}

/** What earlier answers were kept under. */
export type Kept = ReadonlyMap<string, string>;

/** Begins the steps of one product: `vpc('CreateVpc', {...}, { vpcId: 'VpcId' })`. */
export function stepsOf(product: Product) {
  return (action: string, parameters: Parameters = {}, keep?: Readonly<Record<string, string>>): Step =>
    keep === undefined ? { product, action, parameters } : { product, action, parameters, keep };
}

/** The same call once more with other parameters, only to bring about what later steps need. */
export function preparing(step: Step): Step {
  return { ...step, preparation: true };
}

const reference = /\$([a-zA-Z0-9]+)/g;

/** The parameters with every `$name` replaced; `replace` gives the text for a name. */
export function fillIn<Value>(value: Value, replace: (name: string) => string): Value {
  if (typeof value === 'string') {
    return value.replace(reference, (_, name: string) => replace(name)) as Value;
  }
  if (Array.isArray(value)) return value.map((item) => fillIn(item, replace)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fillIn(item, replace)])) as Value;
}

/** The names that parameters refer to. */
export function referencesIn(value: unknown): readonly string[] {
  const names = new Set<string>();
  fillIn(value, (name) => {
    names.add(name);
    return '';
  });
  return [...names];
}

/** The value at a path of an answer. */
export function valueAt(body: unknown, path: string): string {
  let value = body;
  for (const part of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`the answer has nothing at ${path}`);
  return String(value);
}
