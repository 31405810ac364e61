import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import type { Model } from '../model.ts';
import {
  productOf,
  type TaggableType,
  taggable,
  taggableTypes,
  tagResources,
  untagResources,
} from '../operations/tag.ts';
import { idOf, type Pick, pick, seldom } from '../picks.ts';
import type { AccountName } from '../resources.ts';
import { tags } from './picked.ts';

const prefixes: Readonly<Record<TaggableType, string>> = {
  eni: 'eni',
  instance: 'i',
  securitygroup: 'sg',
  VPC: 'vpc',
  VSWITCH: 'vsw',
  EIP: 'eip',
};

const types = fc.oneof(
  { weight: 3, arbitrary: fc.constant('eni' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...taggableTypes) },
);

function idsOf(picks: readonly Pick[], type: TaggableType, model: Model, who: AccountName): string[] {
  const where = { model, who, resources: taggable(model, type), prefix: prefixes[type] };
  return [...new Set(picks.map((one) => idOf(one, where)))];
}

const some = fc.array(pick, { minLength: 1, maxLength: 2 });
const wish = fc.record({ type: types, some, tags });
const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 });
const end = fc.record({ type: types, some, all: seldom(4), keys });

export const tagCommands: readonly CommandKind[] = (['Ecs', 'Vpc'] as const).flatMap((product) => {
  const ofProduct = <Value extends { readonly type: TaggableType }>(drawn: fc.Arbitrary<Value>) =>
    drawn.filter(({ type }) => productOf(type) === product);
  return [
    call(tagResources[product], 2, ofProduct(wish), ({ type, some: picks, tags: Tag }, model, who) => ({
      ResourceType: type,
      ResourceId: idsOf(picks, type, model, who),
      Tag: Tag.length > 0 ? Tag : [{ Key: 'a', Value: 'x' }],
    })),
    call(untagResources[product], 1, ofProduct(end), ({ type, some: picks, all, keys: TagKey }, model, who) => ({
      ResourceType: type,
      ResourceId: idsOf(picks, type, model, who),
      ...(all ? { All: true } : { TagKey }),
    })),
  ];
});
