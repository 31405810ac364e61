import type { Refusal } from '../../operation/refusal.ts';

/** How many instances are given a role, or freed of it, in one call. */
export const maxListed = 100;

/** What became of one of several instances. */
export function describedResult(instanceId: string, fault: Refusal | undefined) {
  return {
    InstanceId: instanceId,
    Success: fault === undefined,
    Code: fault?.code ?? '200',
    Message: fault?.message ?? 'success',
  };
}
