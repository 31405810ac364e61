import { flattenParameters } from '../../../src/contracts/flatten.ts';
import type { SampledCall } from './sample.ts';

/** The parameters as they travel, which is how generic clients and commands take them. */
export function flatParameters({ operation, parameters }: SampledCall): readonly (readonly [string, string])[] {
  return flattenParameters(operation.parameters, parameters);
}
