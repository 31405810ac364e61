import type { Contract, ProductName } from '../../contracts/contract.ts';
import { findProduct, productVersions } from '../../contracts/load.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

/** An operation of the official API. */
export interface KnownOperation {
  readonly product: ProductName;
  /** Of the API. */
  readonly version: string;
  readonly action: string;
  /** Whether this server carries it out; the others are answered with InvalidAction.NotImplemented. */
  readonly implemented: boolean;
}

/** What an operation takes and answers. */
export interface DescribedOperation extends KnownOperation, Contract {}

export interface OperationLevers {
  /** Every operation, product by product and by name. */
  operations(): readonly KnownOperation[];
  /** `required` has what the operation itself asks for too. @throws ControlRefused when there is none of the name */
  operation(product: ProductName, action: string): DescribedOperation;
}

export function createOperationLevers({ operations }: Pick<LeverParts, 'operations'>): OperationLevers {
  return {
    operations: () =>
      productVersions().flatMap(({ product, version }) =>
        Object.keys(findProduct(version)?.operations ?? {})
          .sort()
          .map((action) => ({
            product,
            version,
            action,
            implemented: operations.get(product)?.has(action) ?? false,
          })),
      ),

    operation(product, action) {
      const { version, contract } = requireContract(product, action);
      const implemented = operations.get(product)?.get(action);
      const required = new Set([...contract.required, ...(implemented?.required ?? [])]);
      return { product, version, action, implemented: implemented !== undefined, ...contract, required: [...required] };
    },
  };
}

/** @throws ControlRefused when the product has no operation of that name */
export function requireContract(product: ProductName, action: string): { version: string; contract: Contract } {
  const version = productVersions().find((one) => one.product === product)?.version ?? '';
  const contracts = findProduct(version)?.operations ?? {};
  const contract = Object.hasOwn(contracts, action) ? contracts[action] : undefined;
  if (contract === undefined) throw new ControlRefused(`action: ${product} has no operation ${action}`, 404);
  return { version, contract };
}
