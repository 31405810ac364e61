import type { Refusal } from '../../operation/refusal.ts';
import type { Disk } from '../disk/disk.ts';
import type { Instance } from '../instance/instance.ts';
import { refuse } from '../refusals.ts';

/** Whether a snapshot of the disk can be begun now. */
export function checkSource(
  { diskId: id, status: current, attachedAtMs }: Disk,
  instance: Instance | undefined,
  snapshots: { readonly count: number; readonly isCreating: boolean; readonly limit: number },
): Refusal | undefined {
  const { count, isCreating, limit } = snapshots;
  if (current !== 'In_use' && current !== 'Available') {
    return refuse('IncorrectDiskStatus', { id, current, expected: 'In_use" or "Available' });
  }
  if (attachedAtMs === 0) return refuse('IncorrectDiskStatus.NeverAttached', { id });
  if (instance && instance.status !== 'Running' && instance.status !== 'Stopped') {
    const { instanceId, status } = instance;
    return refuse('IncorrectInstanceStatus.Attach', {
      id: instanceId,
      current: status,
      expected: 'Running" or "Stopped',
    });
  }
  if (isCreating) return refuse('IncorrectDiskStatus.CreatingSnapshot', { id });
  return count >= limit ? refuse('QuotaExceed.Snapshot', { id, limit }) : undefined;
}
