import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { findImage } from '../image/images.ts';
import { findInstance } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { refuse } from '../refusals.ts';
import { existingKeyPairs } from './key-pair.table.ts';
import { instanceIds } from './rules.ts';

/** A binding that a request asks for, or asks to end, and what became of it. */
interface Outcome {
  readonly instanceId: string;
  readonly refusal: Refusal | undefined;
}

/**
 * Binds the instances of a request to its key pair, or sets them free. Each instance is answered for by itself; a
 * Windows instance among them keeps all from being changed.
 */
export async function changeBindings(
  context: OperationContext,
  { KeyPairName, InstanceIds }: { readonly KeyPairName: string; readonly InstanceIds: string },
  change: (instance: Instance) => Promise<void>,
) {
  const ids = instanceIds(InstanceIds);
  if (isRefusal(ids)) return ids;
  const [known] = await existingKeyPairs(context, [KeyPairName]);
  if (known === undefined) return refuse('InvalidKeyPairName.NotFound', { name: KeyPairName });
  const { tx, accountId, regionId } = context;
  const found: (Instance | undefined)[] = [];
  for (const id of ids) found.push(await findInstance(tx, accountId, regionId, id));
  const windows = found.find((instance) => instance && findImage(instance.imageId)?.osType === 'windows');
  if (windows) return refuse('DependencyViolation.WindowsInstance', { what: `instance "${windows.instanceId}"` });
  const outcomes: Outcome[] = [];
  for (const [index, instance] of found.entries()) {
    const refusal = checkChangeable(instance, ids[index] ?? '');
    if (instance && !refusal) await change(instance);
    outcomes.push({ instanceId: ids[index] ?? '', refusal });
  }
  return described(KeyPairName, outcomes);
}

function checkChangeable(instance: Instance | undefined, id: string): Refusal | undefined {
  if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
  const { status: current, releasing } = instance;
  if ((current === 'Running' || current === 'Stopped') && releasing === 0) return undefined;
  return refuse('IncorrectInstanceStatus', { id, current, expected: 'Running" or "Stopped' });
}

function described(keyPairName: string, outcomes: readonly Outcome[]) {
  return {
    KeyPairName: keyPairName,
    TotalCount: String(outcomes.length),
    FailCount: String(outcomes.filter(({ refusal }) => refusal).length),
    Results: {
      Result: outcomes.map(({ instanceId, refusal }) => ({
        InstanceId: instanceId,
        Success: String(refusal === undefined),
        Code: refusal?.code ?? '200',
        Message: refusal?.message ?? 'successful',
      })),
    },
  };
}
