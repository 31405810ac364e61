import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Image } from '../image/images.ts';
import { refuse } from '../refusals.ts';
import { existingKeyPairs } from './key-pair.table.ts';

/** Refuses when an instance with this image cannot be bound to the key pair from its beginning; naming none costs nothing. */
export async function checkLoginKey(
  context: OperationContext,
  name: string | undefined,
  image: Image,
): Promise<Refusal | undefined> {
  if (name === undefined) return undefined;
  const [known] = await existingKeyPairs(context, [name]);
  if (known === undefined) return refuse('InvalidKeyPairName.NotFound.Launch', { name });
  if (image.osType !== 'windows') return undefined;
  return refuse('DependencyViolation.WindowsInstance', { what: `image "${image.imageId}"` });
}
