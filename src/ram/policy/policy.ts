/** A policy of an account's own. The default version is the one that counts. */
export interface Policy {
  readonly accountId: string;
  /** Unique in the account, fixed for life. */
  readonly policyName: string;
  readonly description: string;
  readonly defaultVersionId: string;
  /** Of the next version that is made: numbers are not used again. */
  readonly nextVersionNumber: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** One version of a policy's document. */
export interface PolicyVersion {
  readonly accountId: string;
  readonly policyName: string;
  /** `v1`, `v2`, ... */
  readonly versionId: string;
  /** As it was sent. */
  readonly policyDocument: string;
  readonly createdAtMs: number;
}

/** A policy has at most so many versions at once. */
export const maxVersions = 5;

export const versionIdOf = (versionNumber: number): string => `v${versionNumber}`;

/** The number in a version's id, by which versions are ordered. */
export const versionNumberOf = (versionId: string): number => Number(versionId.slice(1));
