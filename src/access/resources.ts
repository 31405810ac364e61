import { parseJson } from '../operation/json.ts';

/** One resource that an operation is about. */
export interface AccessedResource {
  readonly arn: string;
  /** The parts of the ARN that tags are found by; undefined where the template names no single resource. */
  readonly named?: { readonly service: string; readonly type: string; readonly id: string } | undefined;
}

/** Where the resources of a call are. */
export interface ResourceScope {
  /** The operation's product, such as `Ecs`. */
  readonly product: string;
  readonly accountId: string;
  readonly regionId: string;
  /** The RAM user that calls; empty for everyone else. */
  readonly userName?: string | undefined;
}

/** A call that is about more is refused: policies would be asked for each, and no list is longer. */
export const mostResources = 1_000;

/** The placeholder that is no parameter. */
const callingUser = 'caller';

/** Resources of other services belong to no region. */
const regionalServices: ReadonlySet<string> = new Set(['ecs', 'vpc']);
const everyResource: AccessedResource = { arn: '*' };

/**
 * The resources of a call, from an operation's `permits` and the call's parameters.
 * When a list has more than `mostResources`, some are left out, and still there are more.
 * @see OperationDefinition.permits for what a template says
 */
export function resourcesOf(
  templates: readonly string[],
  parameters: object,
  scope: ResourceScope,
): readonly AccessedResource[] {
  const resources = templates.flatMap((template) => fill(template, parameters, scope));
  // A call that turns out to be about no resource must not need no permission.
  return resources.length === 0 ? [everyResource] : resources;
}

function fill(template: string, parameters: object, scope: ResourceScope): readonly AccessedResource[] {
  if (template === '*') return [everyResource];
  const isOptional = template.endsWith('?');
  const text = isOptional ? template.slice(0, -1) : template;
  if (isOptional && parametersOf(text).every((name) => valuesOf(parameters, name).length === 0)) return [];
  const verbatim = /^\{([\w.|]+)\}$/.exec(text)?.[1];
  if (verbatim !== undefined) return valuesOrAny(parameters, verbatim, scope).map((arn) => ({ arn }));
  const [, service = scope.product.toLowerCase(), typeText = '', idText = ''] =
    /^(?:(\w+):)?([^/]+)\/(.+)$/.exec(text) ?? [];
  const region = regionalServices.has(service) ? scope.regionId : '*';
  return expand(typeText, parameters, scope).flatMap((type) =>
    expand(idText, parameters, scope).map((id) =>
      resource(service, region, ownerOf(type, parameters, scope), type, id),
    ),
  );
}

/** Longer than any id or name. */
const longestId = 512;

function resource(service: string, region: string, accountId: string, type: string, text: string): AccessedResource {
  // What cannot be there need not be held against every policy in its whole length.
  const id = text.slice(0, longestId);
  const lowerType = type.toLowerCase();
  const arn = `acs:${service}:${region}:${accountId}:${lowerType}/${id}`;
  return id === '*' || type === '*' ? { arn } : { arn, named: { service, type: lowerType, id } };
}

/** The policies of the system are nobody's own. */
function ownerOf(type: string, parameters: object, { accountId }: ResourceScope): string {
  const isOfSystem = type === 'policy' && (parameters as { PolicyType?: unknown }).PolicyType === 'System';
  return isOfSystem ? 'system' : accountId;
}

/** The wire names of the parameters that a template mentions. */
export function parametersOf(template: string): readonly string[] {
  return [...template.matchAll(/\{([\w.|]+)\}/g)].flatMap(([, names = '']) => parametersAmong(names));
}

/** A text with at most one placeholder, once for each of its values. */
function expand(text: string, parameters: object, scope: ResourceScope): readonly string[] {
  const names = /\{([\w.|]+)\}/.exec(text)?.[1];
  if (names === undefined) return [text];
  return valuesOrAny(parameters, names, scope).map((value) => text.replace(`{${names}}`, () => value));
}

function parametersAmong(names: string): readonly string[] {
  return names.split('|').filter((name) => name !== callingUser);
}

/** @param names of one parameter, or of several with `|` between them; `caller` counts when they have no value */
function valuesOrAny(parameters: object, names: string, { userName = '' }: ResourceScope): readonly string[] {
  const values = new Set(parametersAmong(names).flatMap((name) => valuesOf(parameters, name)));
  // Of too many, so many that they still are.
  if (values.size > 0) return [...values].slice(0, mostResources + 1);
  return userName !== '' && names.split('|').includes(callingUser) ? [userName] : ['*'];
}

/** Every text under a dotted name, in lists of objects too; lists that travel as one text are taken apart. */
function valuesOf(parameters: object, name: string): readonly string[] {
  let values: readonly unknown[] = [parameters];
  for (const part of name.split('.')) {
    values = values.flatMap((value) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : [],
    );
  }
  const texts = values.flatMap((value) => (typeof value === 'string' ? listIn(value) : []));
  return texts.filter((text) => text !== '');
}

function listIn(text: string): readonly string[] {
  if (!text.trimStart().startsWith('[')) return text.split(',').map((one) => one.trim());
  const list = parseJson(text);
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
