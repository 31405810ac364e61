/** A snapshot that cannot be used, or is not there; the message says why. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
  readonly isAbsence: boolean;

  constructor(message: string, { isAbsence = false, cause }: { isAbsence?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isAbsence = isAbsence;
  }
}
