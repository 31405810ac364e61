import type { EcsReplaceSystemDiskParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { findImage, type Image } from '../image/images.ts';
import { supportsInstanceType } from '../image/traits.ts';
import { findInstance, saveConfiguration } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { isPassword } from '../instance/login.ts';
import { withSettings } from '../instance/settings.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { bindInstance, existingKeyPairs } from '../key-pair/key-pair.table.ts';
import { refuse } from '../refusals.ts';
import { snapshotsOf } from '../snapshot/snapshot.table.ts';
import { tagsOf } from '../tag/tags.ts';
import { disksOf } from './disk.table.ts';
import { diskTags } from './disk.ts';
import { makeDisk } from './making.ts';
import { replacementOf } from './replacement.ts';
import { eraseDisk } from './transitions.ts';

/**
 * Gives a stopped instance another image on a new system disk; the old one is gone, and with it the key pair that could
 * log in, unless one is named.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-replacesystemdisk
 */
export const replaceSystemDisk = operation('Ecs', 'ReplaceSystemDisk', {
  permits: ['instance/{InstanceId}', 'image/{ImageId}?', 'keypair/{KeyPairName}?'],
  rules: { Password: (value) => (isPassword(value) ? undefined : refuse('InvalidPassword.Malformed')) },
  check: ({ Password, PasswordInherit }) =>
    PasswordInherit === true && Password !== undefined ? refuse('InvalidPasswordParam.Mismatch') : undefined,

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven, nowMs } = context;
    const { InstanceId: id, ImageId, KeyPairName = '', SecurityEnhancementStrategy } = parameters;
    if (ImageId === undefined) return refuse('MissingParameter', { name: 'ImageId' });
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const image = findImage(ImageId);
    if (image === undefined) return refuse('InvalidImageId.NotFound', { id: ImageId });
    const refused = checkInstance(instance, image) ?? (await checkKeyPair(context, instance, KeyPairName, image));
    if (refused) return refused;
    const present = (await disksOf(tx, id)).find((disk) => disk.type === 'system');
    if (present === undefined) throw new Error(`instance ${id} has no system disk`);
    if ((await snapshotsOf(tx, present.diskId)).isCreating)
      return refuse('DiskCreatingSnapshot', { id: present.diskId });
    const replacement = replacementOf(present, image, wantedOf(parameters), nowMs);
    if (isRefusal(replacement)) return replacement;

    const tags = await tagsOf({ tx, ...present }, diskTags, present.diskId);
    await eraseDisk(context, present);
    const named = tags.map(({ tagKey, tagValue }) => ({ Key: tagKey, Value: tagValue }));
    const { diskId } = await makeDisk({ ...context, regionId: instance.regionId }, replacement, named);
    const changed = SecurityEnhancementStrategy === undefined ? {} : { SecurityEnhancementStrategy };
    await saveConfiguration(tx, { ...withSettings(instance, changed), imageId: ImageId });
    await bindInstance(tx, id, KeyPairName);
    return { DiskId: diskId };
  },
});

function wantedOf({ SystemDisk, Encrypted: encrypted = false, KMSKeyId: kmsKeyId }: EcsReplaceSystemDiskParameters) {
  return { sizeGib: SystemDisk?.Size, encrypted, kmsKeyId };
}

function checkInstance(instance: Instance, image: Image): Refusal | undefined {
  const { instanceId: id, status: current, releasing, instanceType } = instance;
  if (current === 'Pending') return refuse('OperationDenied.InstanceCreating', { id });
  if (current !== 'Stopped' || releasing === 1)
    return refuse('IncorrectInstanceStatus', { id, current, expected: 'Stopped' });
  const type = findInstanceType(instanceType);
  const { imageId, architecture } = image;
  return type && !supportsInstanceType(image, type)
    ? refuse('ImageNotSupportInstanceType', { imageId, architecture, instanceType })
    : undefined;
}

async function checkKeyPair(
  { tx }: OperationContext,
  instance: Instance,
  name: string,
  { imageId, osType }: Image,
): Promise<Refusal | undefined> {
  if (name === '') return undefined;
  const [known] = await existingKeyPairs({ tx, ...instance }, [name]);
  if (known === undefined) return refuse('InvalidKeyPairName.NotFound', { name });
  return osType === 'windows' ? refuse('InvalidParameter.Conflict.WindowsImage', { imageId }) : undefined;
}
