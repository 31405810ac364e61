import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { EnhancedNetwork } from './settings.ts';

const counts = ['VirtualFunctionQuantity', 'VirtualFunctionTotalQueueNumber'] as const;

export function checkEnhancedNetwork(wanted: EnhancedNetwork): Refusal | undefined {
  for (const name of counts) {
    const value = wanted[name];
    if (value !== undefined && (!Number.isInteger(value) || value < 0)) {
      return refuse('InvalidParameter.EniEnhancedNetwork', { name, value });
    }
  }
  return undefined;
}

/** What is set after a change of the interface `id`; numbers of virtual functions only where there are any. */
export function withEnhancedNetwork(
  id: string,
  before: EnhancedNetwork,
  wanted: EnhancedNetwork,
): EnhancedNetwork | Refusal {
  const after = { ...before, ...wanted };
  const name = counts.find((count) => wanted[count] !== undefined);
  if (name !== undefined && after.EnableSriov !== true) {
    return refuse('InvalidOperation.NotSupportModifyVFQueueNumberAndVFQuantity', { name, id });
  }
  return after;
}
