/** A refusal is a value, not an exception: the documented code, its HTTP status and the finished message. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: string;
  readonly status: number;
  readonly message: string;
  /** Of a call that policies deny. */
  readonly accessDeniedDetail?: AccessDeniedDetail;
}

/** Why policies deny a call, by the names that answers have for it: `AuthAction`, `NoPermissionType`, `PolicyType`... */
export type AccessDeniedDetail = Readonly<Record<string, string>>;

/** Status, message template with `{placeholders}`, and the wire code where it is not the entry's own name. */
export type RefusalEntry = readonly [status: number, template: string, code?: string];

type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Values<Template extends string> = [Placeholders<Template>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Template>, string | number>>];

/** Makes a refusal of the catalogue; the values fill the placeholders of its message. */
export interface Refuse<Catalogue extends Record<string, RefusalEntry>> {
  <Name extends keyof Catalogue>(name: Name, ...values: Values<Catalogue[Name][1]>): Refusal;
  /** Every entry, for who asks what can be refused. */
  readonly catalogue: Catalogue;
}

/** Binds a catalogue (one file a product) to the function that makes its refusals. */
export function refusalsOf<const Catalogue extends Record<string, RefusalEntry>>(
  catalogue: Catalogue,
): Refuse<Catalogue> {
  const refuse = <Name extends keyof Catalogue>(name: Name, ...[values]: Values<Catalogue[Name][1]>): Refusal => {
    const [status, template, code] = catalogue[name] as RefusalEntry;
    const message = values === undefined ? template : fill(template, values);
    return { kind: 'refusal', code: code ?? (name as string), status, message };
  };
  return Object.assign(refuse, { catalogue });
}

/** No value takes more of a message, so that none repeats a whole body: 1,024 characters. */
const longestValue = 1_024;
/** What clients compare with their own, character by character. */
const wholeValue = 'stringToSign';

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(values[name]);
    return name === wholeValue ? text : beginningOf(text, longestValue);
  });
}

/** A text, or so many characters of a longer one and `...`. */
export function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half of a character would not be text.
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}...`;
}

/** Tells a refusal from any other value an operation or a rule can give. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'refusal';
}
