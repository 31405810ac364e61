import type { ObjectShape, ProductContracts, ProductName, Shape } from '../../../src/contracts/contract.ts';
import { findProduct, productVersions } from '../../../src/contracts/load.ts';
import type { DescribedOperation } from '../api/operations.ts';
import { isListShape, isObjectShape, type Value, type Values } from '../parameters/values.ts';
import type { SampledCall, Target } from './sample.ts';

/** An operation as the control API describes it. */
export function describedOperation(product: ProductName, action: string): DescribedOperation {
  const { version, operations } = contractsOf(product);
  const contract = operations[action];
  if (contract === undefined) throw new Error(`${product} has no ${action}`);
  return { product, version, action, implemented: true, ...contract };
}

export function sampledCall(product: ProductName, action: string, parameters: Values, target: Target): SampledCall {
  return { operation: describedOperation(product, action), parameters, target };
}

/** Every operation of a product, all of its parameters filled in: two items in a list, texts that need quotes. */
export function filledCalls(product: ProductName, target: Target): readonly SampledCall[] {
  return Object.entries(contractsOf(product).operations).map(([action, { parameters }]) =>
    sampledCall(product, action, filled(parameters), target),
  );
}

function contractsOf(product: ProductName): ProductContracts {
  const version = productVersions().find((one) => one.product === product)?.version;
  const contracts = version === undefined ? undefined : findProduct(version);
  if (contracts === undefined) throw new Error(`there is no product ${product}`);
  return contracts;
}

function filled(shape: ObjectShape): Record<string, Value> {
  return Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, filledValue(member)]));
}

function filledValue(shape: Shape): Value {
  if (isListShape(shape)) return [filledValue(shape[0]), filledValue(shape[0])];
  if (isObjectShape(shape)) return filled(shape);
  if (shape === 'number') return '7';
  return shape === 'boolean' ? 'true' : `it's "x" $HOME \\ \${y} %{z} ü`;
}
