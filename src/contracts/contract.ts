/** The shape of one value on the wire, as compact JSON data. */
export type Shape =
  /** A scalar. The official description has one kind of number for integers, longs and floats. */
  | 'string'
  | 'number'
  | 'boolean'
  /** Parameters only: a list or object that travels as one JSON text. */
  | 'json'
  /** Parameters only: a list that travels as one comma-separated text. */
  | 'comma'
  /** An object or value whose members the official description leaves open. A parameter is spread over dotted names. */
  | 'any'
  /** A list; the one element is the shape of an item. */
  | readonly [Shape]
  /** An object: wire name to shape, in the order of the official description. */
  | ObjectShape;

export interface ObjectShape {
  readonly [wireName: string]: Shape;
}

/** What one operation takes and answers, generated from the official SDK packages. See `docs/contracts.md`. */
export interface Contract {
  /**
   * Wire names of parameters to their shapes. `OwnerId`, `OwnerAccount`, `ResourceOwnerId` and
   * `ResourceOwnerAccount`, which clients may send with any operation and which have no effect, are not listed.
   */
  readonly parameters: ObjectShape;
  /** Top-level parameters that must be present, in the order of the official description. */
  readonly required: readonly string[];
  /** The success body, `RequestId` included. */
  readonly response: ObjectShape;
}

/** Every operation of one product version. */
export interface ProductContracts {
  readonly product: ProductName;
  /** The API version, for example `2014-05-26`; it alone identifies the product on the wire. */
  readonly version: string;
  readonly operations: { readonly [action: string]: Contract };
}

export type ProductName = 'Ecs' | 'Vpc' | 'Ram' | 'Sts' | 'ResourceManager' | 'BssOpenApi' | 'Location';
