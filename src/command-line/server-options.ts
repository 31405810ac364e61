import { transitionProfiles } from '../engine/transitions.ts';
import { defaults } from '../options.ts';

/** What a value of an option looks like. */
export type Form =
  | { readonly kind: 'text' | 'secret' | 'folder' | 'file' | 'switch' }
  | { readonly kind: 'number'; readonly lowest: number; readonly highest: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

export interface ServerOption {
  readonly form: Form;
  /** How the value is called in the help; a switch has none. */
  readonly value?: string;
  readonly meaning: string;
  readonly default?: string | number;
}

/** Every option of a server, by its key in `localyun.yaml`: flags, variables and the page about them come from here. */
export const serverOptions = {
  host: { form: { kind: 'text' }, value: 'address', meaning: 'address to listen on', default: defaults.host },
  port: {
    form: { kind: 'number', lowest: 0, highest: 65_535 },
    value: 'number',
    meaning: 'port to listen on, 0 for any free one',
    default: defaults.port,
  },
  dataDir: { form: { kind: 'folder' }, value: 'folder', meaning: 'where the state is kept', default: defaults.dataDir },
  memory: { form: { kind: 'switch' }, meaning: 'keep the state in memory only' },
  databaseUrl: {
    form: { kind: 'secret' },
    value: 'url',
    meaning: 'keep the state in PostgreSQL: postgres://user:password@host/database',
  },
  transitions: {
    form: { kind: 'choice', choices: transitionProfiles },
    value: 'profile',
    meaning: 'how long attaching, detaching, deleting... take',
    default: defaults.transitions,
  },
  auth: {
    form: { kind: 'choice', choices: ['strict', 'off'] },
    value: 'mode',
    meaning: 'whether signatures are checked',
    default: defaults.auth,
  },
  denialCode: {
    form: { kind: 'choice', choices: ['Forbidden.RAM', 'Forbidden.SubUser'] },
    value: 'code',
    meaning: 'what ECS answers to a call that policies deny',
    default: defaults.denialCode,
  },
  seed: {
    form: { kind: 'file' },
    value: 'file',
    meaning: 'YAML file of accounts, quotas, RAM users, roles and resources to start with',
  },
  randomSeed: {
    form: { kind: 'number', lowest: 0, highest: 2 ** 32 - 1 },
    value: 'number',
    meaning: 'repeat the ids and addresses of a run',
  },
  nextTokenOnLastPage: {
    form: { kind: 'switch' },
    meaning: 'give the last page of a list a NextToken too, to an empty page after it',
  },
  controlToken: {
    form: { kind: 'secret' },
    value: 'token',
    meaning: 'what calls of the control API must bring along; needed where --host is not loopback',
  },
  requestLog: {
    form: { kind: 'number', lowest: 0, highest: 1_000_000 },
    value: 'number',
    meaning: 'how many answered requests are kept in memory for the control API, 0 for none',
    default: defaults.requestLog,
  },
  history: {
    form: { kind: 'number', lowest: 0, highest: 10_000_000 },
    value: 'number',
    meaning: 'how many changes of resources are kept in memory for the control API, 0 for none',
    default: defaults.history,
  },
  tracesEndpoint: {
    form: { kind: 'text' },
    value: 'url',
    meaning: 'where traces go by OTLP over HTTP; OTEL_EXPORTER_OTLP_ENDPOINT says it too',
  },
  logLevel: {
    form: { kind: 'choice', choices: ['silent', 'error', 'warn', 'info', 'debug'] },
    value: 'level',
    meaning: 'what is logged on standard error',
    default: defaults.logLevel,
  },
} as const satisfies Readonly<Record<string, ServerOption>>;

/** The name of an option: its key in `localyun.yaml`, and in the options of the library. */
export type OptionName = keyof typeof serverOptions;

type ValueOf<F> = F extends { kind: 'number' }
  ? number
  : F extends { kind: 'switch' }
    ? boolean
    : F extends { choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** The options of a server that have a value. */
export type Configuration = {
  readonly [Name in OptionName]?: ValueOf<(typeof serverOptions)[Name]['form']>;
};

export const optionNames = Object.keys(serverOptions) as readonly OptionName[];

export function optionNamed(name: OptionName): ServerOption {
  return serverOptions[name];
}

/** `--data-dir`. */
export function flagOf(name: OptionName): string {
  return `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

/** `LOCALYUN_DATA_DIR`. */
export function variableOf(name: OptionName): string {
  return `LOCALYUN_${name.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;
}

/** What a value has to be, in words. */
export function wanted(form: Form): string {
  switch (form.kind) {
    case 'number':
      return `a whole number from ${form.lowest} to ${form.highest}`;
    case 'choice':
      return `one of ${form.choices.join(', ')}`;
    case 'switch':
      return 'true or false';
    default:
      return 'text that is not empty';
  }
}

/** Whether a value is of a form. */
export function fits(form: Form, value: unknown): value is string | number | boolean {
  switch (form.kind) {
    case 'number':
      return Number.isInteger(value) && Number(value) >= form.lowest && Number(value) <= form.highest;
    case 'choice':
      return typeof value === 'string' && form.choices.includes(value);
    case 'switch':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string' && value !== '';
  }
}

/** The value that a text stands for; undefined when it is none of this form. */
export function readText(form: Form, text: string): string | number | boolean | undefined {
  switch (form.kind) {
    case 'number': {
      const number = Number(text);
      return /^\d+$/.test(text) && number >= form.lowest && number <= form.highest ? number : undefined;
    }
    case 'choice':
      return form.choices.includes(text) ? text : undefined;
    case 'switch':
      return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : undefined;
    default:
      return text === '' ? undefined : text;
  }
}
