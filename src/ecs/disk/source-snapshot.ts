import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findSnapshot } from '../snapshot/snapshot.table.ts';
import { isAvailable, type Snapshot } from '../snapshot/snapshot.ts';

/** The snapshot that a data disk is to be made from, if one can. */
export async function usableSnapshot(
  { tx, accountId, regionId }: OperationContext,
  id: string,
  unknown: 'InvalidSnapshotId.NotFound' | 'InvalidDataDiskSnapshotId.NotFound',
): Promise<Snapshot | Refusal> {
  const snapshot = await findSnapshot(tx, accountId, regionId, id);
  if (snapshot === undefined) return refuse(unknown, { id });
  if (!isAvailable(snapshot)) return refuse('InvalidSnapshotId.NotReady', { id, status: snapshot.status });
  return snapshot.sourceDiskType === 'data' ? snapshot : refuse('InvalidSnapshotId.NotDataDiskSnapshot', { id });
}

/** A disk is as large as its snapshot at least. */
export function sizeWithSnapshot(sizeGib: number | undefined, snapshot: Snapshot | undefined): number | undefined {
  if (snapshot === undefined) return sizeGib;
  return Math.max(sizeGib ?? 0, snapshot.sourceDiskSizeGib);
}

/** What is encrypted stays so: the disk of an encrypted snapshot is encrypted, with its key unless another is named. */
export function encryptionWithSnapshot(
  wanted: { readonly encrypted: boolean | undefined; readonly kmsKeyId: string | undefined },
  snapshot: Snapshot | undefined,
): { readonly encrypted: boolean; readonly kmsKeyId: string } | Refusal {
  const { encrypted = snapshot?.encrypted === 1, kmsKeyId = snapshot?.kmsKeyId ?? '' } = wanted;
  if (snapshot?.encrypted === 1 && !encrypted) {
    return refuse('InvalidEncrypted.NotMatchSnapshot', { id: snapshot.snapshotId });
  }
  return { encrypted, kmsKeyId };
}
