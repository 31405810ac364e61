/** The public half of an SSH key pair; the private one is told once and kept by nobody. Its name is its id, unique in an account's region. */
export interface KeyPair {
  readonly accountId: string;
  readonly regionId: string;
  readonly keyPairName: string;
  readonly keyPairId: string;
  /** One line as `authorized_keys` has it. */
  readonly publicKey: string;
  readonly keyPairFingerPrint: string;
  readonly resourceGroupId: string;
  readonly createdAtMs: number;
}

/** The tag resource type of key pairs. */
export const keyPairTags = 'ecs/keypair';
