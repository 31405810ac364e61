/** Calls that are not refused although something about them is wrong, and why. */
export interface Tolerated {
  readonly action: string;
  /** The mutation's name, or the beginning of it. */
  readonly mutation: string;
  readonly reason: string;
}

export const tolerated: readonly Tolerated[] = [];

/** Codes that no operation's published table has, and that clients of ECS are known to meet. */
export const codesWithoutTable: ReadonlySet<string> = new Set([
  'InvalidParam.PortRange',
  'InvalidInstanceIds.Malformed',
  'InvalidParams.NetworkInterfaceName',
  'InvalidEniId.Malformed',
]);
