import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { findInstances } from './instance.table.ts';
import type { Instance, InstanceStatus } from './instance.ts';
import type { Begun, UnderWay } from './lifecycle.ts';

/** The parameters that the operations on several instances share. */
export interface BatchParameters {
  readonly InstanceId: readonly string[];
  readonly BatchOptimization?: string | undefined;
  readonly DryRun?: boolean | undefined;
}

/** What became of one of several instances. */
export interface InstanceResponse {
  readonly InstanceId: string;
  readonly Code: string;
  readonly Message: string;
  readonly PreviousStatus: InstanceStatus | '';
  readonly CurrentStatus: InstanceStatus | '';
}

/**
 * Carries a command out on several instances, each once. AllTogether, the default, is refused with the first refusal
 * and then changes nothing; with SuccessFirst each instance has an answer of its own.
 */
export async function inBatch(
  { InstanceId, BatchOptimization, DryRun }: BatchParameters,
  context: OperationContext,
  begin: (instance: Instance) => Begun | UnderWay | Refusal,
): Promise<{ readonly InstanceResponses: { readonly InstanceResponse: readonly InstanceResponse[] } } | Refusal> {
  const ids = [...new Set(InstanceId)];
  const found = await findInstances(context.tx, context.accountId, context.regionId, ids);
  const byId = new Map(found.map((instance) => [instance.instanceId, instance]));
  const responses: InstanceResponse[] = [];
  for (const id of ids) {
    const instance = byId.get(id);
    const move = instance === undefined ? refuse('InvalidInstanceId.NotFound', { id }) : begin(instance);
    if (isRefusal(move)) {
      if (BatchOptimization !== 'SuccessFirst') return move;
      responses.push(response(id, move.code, move.message, instance?.status, instance?.status));
    } else {
      await carryOut(move, id, context);
      const current = move.kind === 'begin' ? move.changed.status : instance?.status;
      responses.push(response(id, '200', 'success', instance?.status, current));
    }
  }
  // A dry run is a real one whose changes are forgotten with this refusal.
  return DryRun === true ? refuse('DRYRUN.SUCCESS') : { InstanceResponses: { InstanceResponse: responses } };
}

function response(
  id: string,
  code: string,
  message: string,
  previous: InstanceStatus | undefined,
  current: InstanceStatus | undefined,
): InstanceResponse {
  return {
    InstanceId: id,
    Code: code,
    Message: message,
    PreviousStatus: previous ?? '',
    CurrentStatus: current ?? '',
  };
}
