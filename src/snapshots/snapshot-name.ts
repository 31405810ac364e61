/** Letters, digits, ".", "_" and "-", and no "." in front: a name is never a path. */
export const snapshotName = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/;
