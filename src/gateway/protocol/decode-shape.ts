import type { ObjectShape, Shape } from '../../contracts/contract.ts';
import { fractionalParameters } from '../../contracts/fractional-parameters.ts';
import { parseJson } from '../../operation/json.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { ParameterNode } from './parameter-tree.ts';
import { refuse, shown } from './refusals.ts';

/** One named parameter or field, compiled. */
export interface Member {
  readonly name: string;
  /** Whether its value can be spread over dotted names. */
  readonly isComposite: boolean;
  readonly decode: Decode;
}

/**
 * Makes a value of what was sent for a name: the text under the name itself and the names below it.
 * `undefined` means absent, or faulty when the findings say so.
 */
type Decode = (text: string | undefined, node: ParameterNode | undefined, name: string, findings: Findings) => unknown;

/** What decoding one request has found wrong. */
export class Findings {
  /** The first fault. */
  refusal: Refusal | undefined;
  readonly #keepEmpty: ReadonlySet<string>;
  #faulty: Set<string> | undefined;

  constructor(keepEmpty: ReadonlySet<string>) {
    this.#keepEmpty = keepEmpty;
  }

  keepsEmpty(path: string): boolean {
    return this.#keepEmpty.size > 0 && this.#keepEmpty.has(path);
  }

  /** Notes a fault of the value under a wire name. */
  add(name: string, refusal: Refusal): undefined {
    this.refusal ??= refusal;
    this.#faulty ??= new Set();
    this.#faulty.add(name.split('.', 1)[0] ?? name);
  }

  /** Whether a top-level parameter has a fault, and so is not missing. */
  isFaulty(topName: string): boolean {
    return this.#faulty?.has(topName) === true;
  }
}

/** A list is numbered up to this. */
const largestIndex = 10_000;
const decimal = /^-?\d+(?:\.\d+)?$/;
const digits = /^\d+$/;

/** Compiles the members of an object shape; `path` is where the object is, without list numbers. */
export function compileMembers(shape: ObjectShape, path: string): readonly Member[] {
  return Object.entries(shape).map(([name, member]) => ({
    name,
    isComposite: member !== 'string' && member !== 'number' && member !== 'boolean',
    decode: compile(member, path === '' ? name : `${path}.${name}`),
  }));
}

function compile(shape: Shape, path: string): Decode {
  if (typeof shape === 'object') return isList(shape) ? listOf(compile(shape[0], path)) : objectOf(shape, path);
  switch (shape) {
    case 'string':
      return (text, _node, _name, findings) => (text === '' && !findings.keepsEmpty(path) ? undefined : text);
    case 'number': {
      const toNumber = fractionalParameters.has(path) ? toDecimal : toWhole;
      return (text, _node, name, findings) => (filled(text) ? toNumber(text, name, findings) : undefined);
    }
    case 'boolean':
      return (text, _node, name, findings) => (filled(text) ? toBoolean(text, name, findings) : undefined);
    case 'json':
    case 'any':
      return (text, node, name, findings) => (filled(text) ? toJson(text, name, findings) : spread(node));
    case 'comma':
      return commaList;
  }
}

const isList = (shape: readonly [Shape] | ObjectShape): shape is readonly [Shape] => Array.isArray(shape);
const filled = (text: string | undefined): text is string => text !== undefined && text !== '';

function toDecimal(text: string, name: string, findings: Findings): number | undefined {
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  return findings.add(name, refuse('NotANumber', { name: shown(name), value: shown(text) }));
}

function toWhole(text: string, name: string, findings: Findings): number | undefined {
  const number = toDecimal(text, name, findings);
  if (number === undefined || Number.isSafeInteger(number)) return number;
  return findings.add(name, refuse('NotAWholeNumber', { name: shown(name), value: shown(text) }));
}

function toBoolean(text: string, name: string, findings: Findings): boolean | undefined {
  if (text === 'true') return true;
  if (text === 'false') return false;
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  if (lower === 'false') return false;
  return findings.add(name, refuse('NotABoolean', { name: shown(name), value: shown(text) }));
}

function toJson(text: string, name: string, findings: Findings): unknown {
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null) return value;
  return findings.add(name, refuse('NotJson', { name: shown(name), value: shown(text) }));
}

const commaList: Decode = (text, node, name, findings) => {
  if (!filled(text)) return textItems(undefined, node, name, findings);
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
};

const textItems = listOf((text) => (filled(text) ? text : undefined));

function listOf(decodeItem: Decode): Decode {
  return (_text, node, _name, findings) => {
    const list: unknown[] = [];
    if (node?.children === undefined) return list;
    for (const item of itemsOf(node.children, findings)) {
      const value = decodeItem(item.value, item, item.name, findings);
      if (value !== undefined) list.push(value);
    }
    return list;
  };
}

/** The numbered children in the order of their numbers. Those without a number are unknown parameters. */
function itemsOf(children: ReadonlyMap<string, ParameterNode>, findings: Findings): ParameterNode[] {
  const items: { readonly index: number; readonly node: ParameterNode }[] = [];
  let last = 0;
  let isSorted = true;
  for (const [part, node] of children) {
    if (!digits.test(part)) continue;
    const index = Number(part);
    if (part.startsWith('0') || index > largestIndex) {
      findings.add(node.name, refuse('IndexOutOfRange', { name: shown(node.name), limit: largestIndex }));
      continue;
    }
    if (index < last) isSorted = false;
    last = index;
    items.push({ index, node });
  }
  if (!isSorted) items.sort((a, b) => a.index - b.index);
  return items.map(({ node }) => node);
}

/** An object is present when any name below it was sent, even with nothing but empty texts. */
function objectOf(shape: ObjectShape, path: string): Decode {
  const members = compileMembers(shape, path);
  return (_text, node, _name, findings) => {
    const children = node?.children;
    if (children === undefined) return undefined;
    const object: Record<string, unknown> = {};
    for (const member of members) {
      const child = children.get(member.name);
      const value = member.decode(child?.value, child, child?.name ?? member.name, findings);
      if (value !== undefined) object[member.name] = value;
    }
    return object;
  };
}

/** What a client has spread over dotted names where there is no shape to go by. */
function spread(node: ParameterNode | undefined): unknown {
  return node?.children === undefined ? undefined : unflatten(node);
}

/** A list where all parts are numbers, else an object, of texts. */
function unflatten(node: ParameterNode): unknown {
  if (node.children === undefined) return node.value;
  const parts = [...node.children];
  if (!parts.every(([part]) => digits.test(part))) {
    return Object.fromEntries(parts.map(([part, child]) => [part, unflatten(child)]));
  }
  return parts.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => unflatten(child));
}
