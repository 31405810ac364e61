import type { ProductName } from '../contracts/contract.ts';
import type { OperationTypes } from '../contracts/operations.generated.ts';
import type { OperationContext } from './context.ts';
import type { Refusal } from './refusal.ts';

/** A rule for one parameter's value, beyond the contract's type. */
export type Rule<T> = (value: T, name: string) => Refusal | undefined;

type Rules<Parameters> = { readonly [Name in keyof Parameters]?: Rule<NonNullable<Parameters[Name]>> };

/** What an operation has to say for itself; everything else is the contract's and the pipeline's. */
export interface OperationDefinition<Parameters, Response> {
  /** Format rules by parameter, run in this order once everything required is present. */
  readonly rules?: Rules<Parameters>;
  /** Rules that look at several parameters. */
  readonly check?: (parameters: Parameters) => Refusal | undefined;
  /** Parameters whose empty text means "set to empty" and not "absent". */
  readonly keepEmpty?: readonly (keyof Parameters & string)[];
  /** Beyond the contract: parameters that must be present. */
  readonly required?: readonly (keyof Parameters & string)[];
  /** The operation is about network interfaces: refused in a region that offers none. */
  readonly networkInterfaces?: true;
  /** The refusal for a RegionId that has not the form of one; default is that of an unknown region. */
  readonly malformedRegionId?: 'InvalidRegionId.MalFormed';
  /** Any identity may call it, whatever its policies. */
  readonly everyIdentity?: true;
  readonly execute: (parameters: Parameters, context: OperationContext) => Promise<Response | Refusal>;
}

/** One operation as the pipeline and the engine see it. */
export interface Operation extends OperationDefinition<never, object> {
  readonly product: ProductName;
  readonly action: string;
  /** Whether it changes state; the names of the products' operations tell. */
  readonly changes: boolean;
}

const readingVerbs = /^(Describe|List|Get)/;

/** Declares an operation; its parameters and response are typed by the contract of the same name. */
export function operation<
  Product extends keyof OperationTypes & ProductName,
  Action extends keyof OperationTypes[Product] & string,
  Types extends { parameters: object; response: object } = OperationTypes[Product][Action] & {
    parameters: object;
    response: object;
  },
>(
  product: Product,
  action: Action,
  definition: OperationDefinition<Types['parameters'], Types['response']>,
): Operation {
  return {
    ...(definition as unknown as OperationDefinition<never, object>),
    product,
    action,
    changes: !readingVerbs.test(action),
  };
}

/** The operations by product and action, as the pipeline looks them up. */
export function operationsByProduct(
  operations: readonly Operation[],
): ReadonlyMap<ProductName, ReadonlyMap<string, Operation>> {
  const products = new Map<ProductName, Map<string, Operation>>();
  for (const one of operations) {
    const ofProduct = products.get(one.product) ?? new Map<string, Operation>();
    products.set(one.product, ofProduct.set(one.action, one));
  }
  return products;
}
