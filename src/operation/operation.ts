import type { ProductName } from '../contracts/contract.ts';
import type { OperationTypes } from '../contracts/operations.generated.ts';
import type { OperationContext } from './context.ts';
import type { Refusal } from './refusal.ts';

/** A rule for one parameter's value, beyond the contract's type. */
export type Rule<T> = (value: T, name: string) => Refusal | undefined;

type Rules<Parameters> = { readonly [Name in keyof Parameters]?: Rule<NonNullable<Parameters[Name]>> };

/** What an operation has to say for itself; everything else is the contract's and the pipeline's. */
export interface OperationDefinition<Parameters, Response, Prepared = unknown> {
  /** Format rules by parameter, run in this order once everything required is present. */
  readonly rules?: Rules<Parameters>;
  /** Rules that look at several parameters. */
  readonly check?: (parameters: Parameters) => Refusal | undefined;
  /** Parameters whose empty text means "set to empty" and not "absent". */
  readonly keepEmpty?: readonly (keyof Parameters & string)[];
  /** Beyond the contract: parameters that must be present. */
  readonly required?: readonly (keyof Parameters & string)[];
  /**
   * The operation is about network interfaces: refused in a region that offers none. Those about IPv6 have their
   * own status or spelling of some codes.
   */
  readonly networkInterfaces?: true | 'ipv6';
  /** The refusal for a RegionId that has not the form of one; default is that of an unknown region. */
  readonly malformedRegionId?: 'InvalidRegionId.MalFormed';
  /** The region that a request is sent with means nothing, and is not checked. */
  readonly anyRegion?: true;
  /** Any identity may call it, whatever its policies. */
  readonly everyIdentity?: true;
  /** It may be called without credentials too. Such a call is nobody's: the context's account and caller are empty. */
  readonly anonymous?: true;
  /**
   * The resources a policy has to allow the call on, as templates: `eni/{NetworkInterfaceId}` of the operation's own
   * product, `vpc:vswitch/{VSwitchId}` of another. A placeholder is a parameter's wire name, dotted for one in an object
   * (`NetworkInterface.VSwitchId`), or several with `|` between them; a list, also one that travels as JSON, stands for a
   * resource each; without a value it is `*`, or the RAM user that calls where `caller` is one of the names
   * (`{UserName|caller}`). A template that ends in `?` counts only with a value. `*` alone stands for no resource in
   * particular, and a placeholder alone (`{RoleArn}`) for an ARN as it is. All of them have to be allowed.
   */
  readonly permits?: readonly string[];
  /** The action as policies write it where it is not `product:Action`, such as `ecs:DescribeTags`. */
  readonly ramAction?: string;
  /** Slow work that needs no state, done before the transaction so that nobody waits for it. */
  readonly prepare?: () => Promise<Prepared>;
  readonly execute: (
    parameters: Parameters,
    context: OperationContext,
    prepared: Prepared,
  ) => Promise<Response | Refusal>;
}

/** Every operation says what has to be allowed, or that nothing has. */
type Permitted = { readonly everyIdentity: true } | { readonly permits: readonly [string, ...string[]] };

/** One operation as the pipeline and the engine see it. */
export interface Operation extends OperationDefinition<never, object> {
  readonly permits: readonly string[];
  readonly product: ProductName;
  readonly action: string;
  /** Whether it changes state; the names of the products' operations tell. */
  readonly changes: boolean;
  /** `keepEmpty` as the decoder takes it. */
  readonly keptEmpty: ReadonlySet<string>;
}

const readingVerbs = /^(Describe|List|Get|Query)/;

/**
 * `Answer` where every field at every depth exists in `Wanted`; a field that does not becomes `never`, so that a
 * misspelt wire name does not compile.
 */
type Exact<Answer, Wanted> = Answer extends Refusal
  ? Answer
  : Answer extends readonly (infer Item)[]
    ? readonly Exact<Item, Wanted extends readonly (infer WantedItem)[] ? WantedItem : never>[]
    : Answer extends object
      ? {
          [Field in keyof Answer]: Field extends keyof Wanted
            ? Exact<Answer[Field], NonNullable<Wanted[Field]>>
            : never;
        }
      : Answer;

/** Declares an operation; its parameters and response are typed by the contract of the same name. */
export function operation<
  Product extends keyof OperationTypes & ProductName,
  Action extends keyof OperationTypes[Product] & string,
  Answer extends TypesOf<Product, Action>['response'] | Refusal,
  Prepared = unknown,
>(
  product: Product,
  action: Action,
  definition: OperationDefinition<TypesOf<Product, Action>['parameters'], Answer, Prepared> & {
    readonly execute: (
      parameters: TypesOf<Product, Action>['parameters'],
      context: OperationContext,
      prepared: Prepared,
    ) => Promise<Exact<Answer, TypesOf<Product, Action>['response']>>;
  } & Permitted,
): Operation {
  return {
    ...(definition as unknown as OperationDefinition<never, object>),
    product,
    action,
    permits: definition.permits ?? [],
    changes: !readingVerbs.test(action),
    keptEmpty: new Set(definition.keepEmpty),
  };
}

type TypesOf<
  Product extends keyof OperationTypes,
  Action extends keyof OperationTypes[Product],
> = OperationTypes[Product][Action] extends { parameters: infer P; response: infer R }
  ? { parameters: P; response: R }
  : never;

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
