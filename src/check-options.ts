import { inspect } from 'node:util';
import { ConfigurationRefused } from './command-line/configuration-refused.ts';
import { type Form, fits, type OptionName, serverOptions, wanted } from './command-line/server-options.ts';
import type { LocalyunOptions } from './options.ts';

/** `memory` is of the command line only: the library keeps the state there unless it is told where else. */
const { memory: _, ...shared } = serverOptions;

const anything = 'anything';

/** What the library takes otherwise than the command line, or has of its own. */
const ownForms: Readonly<Record<'seed' | Exclude<keyof LocalyunOptions, OptionName>, Form | typeof anything>> = {
  // What reads seeds says what is wrong with one.
  seed: anything,
  certificateDir: { kind: 'folder' },
  timestampWindowMs: { kind: 'number', lowest: 0, highest: Number.MAX_SAFE_INTEGER },
  refuseUsedNonces: { kind: 'switch' },
};

const forms: ReadonlyMap<string, Form | typeof anything> = new Map([
  ...Object.entries(shared).map(([name, { form }]): [string, Form] => [name, form]),
  ...Object.entries(ownForms),
]);

/**
 * The options that were given; one that is undefined was not.
 * @throws ConfigurationRefused with a line for everything that is wrong: option, value and what it has to be
 */
export function checkOptions(options: LocalyunOptions): LocalyunOptions {
  if (typeof options !== 'object' || options === null) {
    throw new ConfigurationRefused(`the options are not an object: ${shown(options)}`);
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const complaints = given.flatMap(([name, value]) => {
    const form = forms.get(name);
    if (form === undefined) return [`unknown option ${name}; the options are ${[...forms.keys()].join(', ')}`];
    return form === anything || fits(form, value) ? [] : [complaint(name, form, value)];
  });
  if (complaints.length > 0) throw new ConfigurationRefused(complaints.join('\n'));
  return Object.fromEntries(given);
}

/** @throws ConfigurationRefused when the value of an option is not one of the choices */
export function checkChoice(name: string, choices: readonly string[], value: unknown): void {
  const form: Form = { kind: 'choice', choices };
  if (!fits(form, value)) throw new ConfigurationRefused(complaint(name, form, value));
}

function complaint(name: string, form: Form, value: unknown): string {
  // One that is empty gives nothing away.
  return `${name}: ${form.kind === 'secret' && value !== '' ? 'what is given' : shown(value)} is not ${wanted(form)}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return inspect(value, { depth: 0, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });
}
