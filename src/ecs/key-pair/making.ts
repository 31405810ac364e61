import type { EcsImportKeyPairParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { putTags } from '../tag/tags.ts';
import { insertKeyPair } from './key-pair.table.ts';
import { type KeyPair, keyPairTags } from './key-pair.ts';
import type { PublicKey } from './public-key.ts';

type Wanted = Omit<EcsImportKeyPairParameters, 'PublicKeyBody'>;

/** Keeps a public key under a name that is free. */
export async function makeKeyPair(
  context: OperationContext,
  { KeyPairName: name, ResourceGroupId, Tag }: Wanted,
  publicKey: PublicKey,
): Promise<KeyPair | Refusal> {
  const { tx, accountId, regionId, nowMs } = context;
  const noGroup = await checkResourceGroup(context, ResourceGroupId);
  if (noGroup) return noGroup;
  const keyPair: KeyPair = {
    accountId,
    regionId,
    keyPairName: name,
    keyPairId: newId('ssh', context),
    publicKey: publicKey.line,
    keyPairFingerPrint: publicKey.fingerPrint,
    resourceGroupId: ResourceGroupId ?? '',
    createdAtMs: nowMs,
  };
  if (!(await insertKeyPair(tx, keyPair))) return refuse('KeyPair.AlreadyExist', { name });
  const limit = context.quota('key-pairs');
  if (!(await takeQuota(context, 'key-pairs', 1, limit))) return refuse('QuotaExceed.KeyPair', { limit });
  await putTags(context, keyPairTags, name, Tag);
  return keyPair;
}
