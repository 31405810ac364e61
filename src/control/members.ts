import { z } from 'zod';
import type { ControlCall } from './call.ts';

/** One member of a call's input, as what is made from the table has to know it. */
export interface Member {
  readonly name: string;
  readonly place: 'path' | 'query' | 'body';
  readonly required: boolean;
  /** JSON Schema of the member as it is given. */
  readonly schema: MemberSchema;
}

/** What is used here of JSON Schema. */
export interface MemberSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly MemberSchema[];
  readonly items?: MemberSchema;
  readonly description?: string;
  readonly default?: unknown;
}

const known = new WeakMap<ControlCall, readonly Member[]>();

/** The members of a call's input, those of its path first. */
export function membersOf(call: ControlCall): readonly Member[] {
  let members = known.get(call);
  if (members === undefined) {
    members = readMembers(call);
    known.set(call, members);
  }
  return members;
}

function readMembers(call: ControlCall): readonly Member[] {
  const { properties = {}, required = [] } = z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' });
  const places = placesOf(call.path);
  const others = call.method === 'GET' || call.method === 'DELETE' ? 'query' : 'body';
  const members = Object.entries(properties).map(
    ([name, schema]): Member => ({
      name,
      place: places.includes(name) ? 'path' : others,
      required: required.includes(name),
      schema: schema as MemberSchema,
    }),
  );
  return [...members.filter(({ place }) => place === 'path'), ...members.filter(({ place }) => place !== 'path')];
}

/** The names of the places of a path, in order. */
export function placesOf(path: string): readonly string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name as string);
}

/** What a member is, whether or not it may be null: `string`, `integer`, `number`, `boolean`, `array`, `object` or unknown. */
export function typeOf(schema: MemberSchema): string | undefined {
  if (schema.type !== undefined) return schema.type;
  return schema.anyOf?.map(typeOf).find((type) => type !== undefined && type !== 'null');
}

/**
 * A text of a path, a query or a command line as its schema wants it. What cannot be read stays text, which the schema
 * then refuses.
 */
export function readText(text: string, schema: MemberSchema): unknown {
  if (text === 'null' && schema.anyOf?.some(({ type }) => type === 'null')) return null;
  switch (typeOf(schema)) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}
