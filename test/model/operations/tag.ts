import { type Model, own } from '../model.ts';
import { accepted, type ModelOperation, Reasons, type Scene } from '../operation.ts';
import type { AccountName } from '../resources.ts';

/** A tag as requests carry it. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What can be tagged, under the name that requests give it. */
export const taggableTypes = ['eni', 'instance', 'securitygroup', 'VPC', 'VSWITCH', 'EIP'] as const;
export type TaggableType = (typeof taggableTypes)[number];

/** Vpc has tag operations of its own, with codes of their own. */
export const productOf = (type: TaggableType) => (type === type.toUpperCase() ? 'Vpc' : 'Ecs');

interface Tagging {
  readonly ResourceType: TaggableType;
  readonly ResourceId: readonly string[];
}

interface TagWish extends Tagging {
  readonly Tag: readonly Tag[];
}

interface UntagWish extends Tagging {
  readonly TagKey?: readonly string[] | undefined;
  readonly All?: boolean | undefined;
}

export const tagResources: Readonly<Record<'Ecs' | 'Vpc', ModelOperation<TagWish>>> = {
  Ecs: tagging('Ecs', 'TagResources'),
  Vpc: tagging('Vpc', 'TagResources'),
};

export const untagResources: Readonly<Record<'Ecs' | 'Vpc', ModelOperation<UntagWish>>> = {
  Ecs: untagging('Ecs', 'UntagResources'),
  Vpc: untagging('Vpc', 'UnTagResources'),
};

function tagging(product: 'Ecs' | 'Vpc', action: string): ModelOperation<TagWish> {
  return {
    product,
    action,
    judge({ ResourceType, ResourceId, Tag }, scene) {
      const reasons = new Reasons();
      const resources = ResourceId.map((id) => taggedOf(scene, ResourceType, id));
      reasons.add(resources.includes(undefined), notFound[product]);
      const limit = scene.model.quotas['tags-per-resource'];
      const tooMany = resources.some(
        (tags) => new Set([...(tags?.keys() ?? []), ...Tag.map(({ Key }) => Key)]).size > limit,
      );
      reasons.add(tooMany, product === 'Ecs' ? 'QuotaExceed.Tags' : 'QuotaExceeded.TagNum');
      return resources.includes(undefined) ? [notFound[product]] : reasons.codes;
    },
    apply({ ResourceType, ResourceId, Tag }, scene) {
      for (const id of ResourceId) for (const { Key, Value } of Tag) taggedOf(scene, ResourceType, id)!.set(Key, Value);
    },
  };
}

function untagging(product: 'Ecs' | 'Vpc', action: string): ModelOperation<UntagWish> {
  return {
    product,
    action,
    judge: ({ ResourceType, ResourceId }, scene) =>
      ResourceId.some((id) => taggedOf(scene, ResourceType, id) === undefined) ? [notFound[product]] : accepted,
    apply({ ResourceType, ResourceId, TagKey = [] }, scene) {
      for (const id of ResourceId) {
        const tags = taggedOf(scene, ResourceType, id)!;
        for (const key of TagKey.length > 0 ? TagKey : [...tags.keys()]) tags.delete(key);
      }
    },
  };
}

const notFound = { Ecs: 'InvalidResourceId.NotFound', Vpc: 'InvalidInstanceIds.NotFound' } as const;

/** The tags of a resource of the caller. */
function taggedOf({ model, caller }: Scene, type: TaggableType, id: string): Map<string, string> | undefined {
  return own(taggable(model, type), caller, id)?.tags;
}

/** Everything of a type that can be tagged. */
export function taggable(
  model: Model,
  type: TaggableType,
): ReadonlyMap<string, { readonly id: string; readonly owner: AccountName; readonly tags: Map<string, string> }> {
  const byType = {
    eni: model.enis,
    instance: model.instances,
    securitygroup: model.groups,
    VPC: model.vpcs,
    VSWITCH: model.vSwitches,
    EIP: model.eips,
  };
  return byType[type];
}
