/** One attribute of a resource, as far as plans depend on it. */
export interface Attribute {
  readonly type: 'string' | 'int' | 'float' | 'bool' | 'list' | 'set' | 'map';
  /** What the service says stands where the configuration says nothing. */
  readonly computed?: true;
  /** What stands where the configuration says nothing. */
  readonly otherwise?: unknown;
  /** Not read back: whatever was configured stays. */
  readonly unread?: true;
}

export type Schema = Readonly<Record<string, Attribute>>;
export type Values = Readonly<Record<string, unknown>>;

const zeros = { string: '', int: 0, float: 0, bool: false, list: [], set: [], map: {} } as const;

/**
 * The state that Terraform keeps of what was read: every attribute, what is missing as its zero. A value of another type
 * than the attribute's would be dropped silently, and the next plan would show it; here it is an error.
 */
export function stateOf(schema: Schema, read: Values): Values {
  for (const name of Object.keys(read)) {
    if (!(name in schema)) throw new Error(`no attribute ${name}`);
  }
  const entries = Object.entries(schema).filter(([, { unread }]) => !unread);
  return Object.fromEntries(
    entries.map(([name, { type }]) => {
      const value = read[name] ?? zeros[type];
      if (!isOf(type, value)) throw new Error(`${name} is no ${type}: ${JSON.stringify(value)}`);
      return [name, value];
    }),
  );
}

function isOf(type: Attribute['type'], value: unknown): boolean {
  if (type === 'int' || type === 'float') {
    return typeof value === 'number' && (type === 'float' || Number.isInteger(value));
  }
  if (type === 'list' || type === 'set') return Array.isArray(value);
  if (type === 'map') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === (type === 'bool' ? 'boolean' : 'string');
}

/** What a plan would change: the attributes whose state is not what the configuration asks for. */
export function plannedChanges(schema: Schema, config: Values, state: Values): string[] {
  for (const name of Object.keys(config)) {
    if (!(name in schema)) throw new Error(`no attribute ${name}`);
  }
  return Object.entries(schema).flatMap(([name, { type, computed, otherwise, unread }]) => {
    if (unread || (config[name] === undefined && computed)) return [];
    const wanted = config[name] ?? otherwise ?? zeros[type];
    return isSame(type, wanted, state[name]) ? [] : [`${name}: ${shown(state[name])} -> ${shown(wanted)}`];
  });
}

/** The attributes that two states differ in. */
export function differences(schema: Schema, before: Values, after: Values): string[] {
  return Object.entries(schema)
    .filter(([name, { type }]) => !isSame(type, before[name], after[name]))
    .map(([name]) => name);
}

function isSame(type: Attribute['type'], one: unknown, other: unknown): boolean {
  return shown(ordered(type, one)) === shown(ordered(type, other));
}

/** Neither sets nor maps have an order. */
function ordered(type: Attribute['type'], value: unknown): unknown {
  if (type === 'set' && Array.isArray(value)) return [...value].sort();
  if (type === 'map' && value) return Object.entries(value).sort();
  return value;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
