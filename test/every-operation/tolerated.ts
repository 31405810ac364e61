/** Calls that are not refused although something about them is wrong, and why. They change nothing all the same. */
export interface Tolerated {
  readonly action: string;
  /** The mutation's name, or the beginning of it. */
  readonly mutation: string;
  readonly reason: string;
  /** The call is in order in itself, and does what it says. */
  readonly isCarriedOut?: true;
}

const answersForEach = 'answers for each resource by itself, with a code of its own';
const absentAlready = 'what is not there need not be deleted';

export const tolerated: readonly Tolerated[] = [
  { action: 'AttachKeyPair', mutation: 'unknown $instanceId', reason: answersForEach },
  { action: 'DetachKeyPair', mutation: 'unknown $instanceId', reason: answersForEach },
  { action: 'DetachInstanceRamRole', mutation: 'RamRoleName too long', reason: answersForEach },
  { action: 'DetachInstanceRamRole', mutation: 'unknown $roleName', reason: answersForEach },
  { action: 'CreateRouteEntries', mutation: 'unknown', reason: answersForEach },
  { action: 'CreateRouteEntries', mutation: 'of another', reason: answersForEach },
  { action: 'DeleteRouteEntries', mutation: 'unknown', reason: answersForEach },
  { action: 'DeleteRouteEntries', mutation: 'of another', reason: answersForEach },
  { action: 'DeleteKeyPairs', mutation: 'unknown', reason: absentAlready },
  { action: 'DeleteKeyPairs', mutation: 'of another', reason: absentAlready },
  {
    action: 'AssumeRoleWithOIDC',
    mutation: 'of another account',
    reason: 'needs no access key: the token says who calls',
    isCarriedOut: true,
  },
];

/** Codes that no operation's published table has, and that clients of ECS are known to meet. */
export const codesWithoutTable: ReadonlySet<string> = new Set([
  'InvalidParam.PortRange',
  'InvalidInstanceIds.Malformed',
  'InvalidParams.NetworkInterfaceName',
  'InvalidEniId.Malformed',
]);
