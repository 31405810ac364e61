/** What the command exits with. */
export const exitCodes = {
  /** What was asked cannot be done here, or not now. */
  cannotRun: 1,
  /** What was asked is wrong. */
  badUsage: 2,
  /** There is what `--fail` was to fail for. */
  found: 3,
} as const;
