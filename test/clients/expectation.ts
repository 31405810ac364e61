import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Product } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import type { Target } from './official-client.ts';
import type { Scene } from './scene.ts';

type Values = Readonly<Record<string, unknown>>;

/** One call, and what has to come back. `{name}` in a text stands for a value that an earlier step has kept. */
interface Step {
  readonly step: string;
  /** `Ecs.CreateNetworkInterface` */
  readonly call: `${Product}.${string}`;
  /** Its parameters, beside those that every call has; null leaves one of them out. */
  readonly with?: Values;
  /** Whether time goes by before it. */
  readonly later?: boolean;
  /** Another caller than that of the story, in what it says of itself. */
  readonly as?: Partial<Target>;
  /** What the answer has among others, lists item for item; `/.../` is a pattern for a text. */
  readonly answer?: Values;
  /** The same, of the answer to be waited for, calling again and again. */
  readonly until?: Values;
  /** Name to the place in the answer of the value to be kept: `InstanceIdSets.InstanceIdSet.0` */
  readonly keep?: Readonly<Record<string, string>>;
  /** In place of an answer. */
  readonly refusal?: { readonly status: number; readonly code: string; readonly message?: string };
}

/** Calls one after the other, in an account of its own. */
export interface Story {
  readonly story: string;
  /** What is seeded of the account beforehand. */
  readonly account?: Values;
  /** Steps, or the names of scenes to begin with. */
  readonly steps: readonly (Step | { readonly scene: string })[];
}

/** What every client has to see: `expectation.json`. */
interface Expectation {
  /** Parameters of every call. */
  readonly with: Values;
  readonly scenes: Readonly<Record<string, readonly Step[]>>;
  readonly stories: readonly Story[];
}

const expectation: Expectation = JSON.parse(readFileSync(new URL('expectation.json', import.meta.url), 'utf8'));

export const stories = expectation.stories;

/** A network interface from the creation of its network to the removal of everything. */
export const life = stories[0] as Story;

/**
 * Has a client tell a story, and holds what it sees to what is expected.
 * @param sceneAs the client in the account of the story, or as the caller that is given
 */
export async function play(story: Story, sceneAs: (caller?: Partial<Target>) => Scene): Promise<void> {
  const own = sceneAs();
  const kept = new Map<string, string>();
  const steps = story.steps.flatMap((one) => ('scene' in one ? (expectation.scenes[one.scene] ?? []) : [one]));
  for (const step of steps) await playStep(step, step.as === undefined ? own : sceneAs(step.as), kept);
}

async function playStep(step: Step, scene: Scene, kept: Map<string, string>): Promise<void> {
  const [product, action] = step.call.split('.') as [Product, string];
  const parameters = given({ ...expectation.with, ...step.with }, kept);
  if (step.later) await scene.pass();
  if (step.refusal !== undefined) {
    const { code, status, message } = await scene.refused(product, action, parameters);
    const { message: text, ...expected } = step.refusal;
    const renamed = scene.kind.renamedCodes?.[expected.code];
    expect.soft({ code, status }, step.step).toEqual(renamed === undefined ? expected : { ...expected, code: renamed });
    if (text !== undefined && renamed === undefined)
      expect.soft({ message }, step.step).toEqual(pattern({ message: text }, kept));
    return;
  }
  const call = () => scene.call(product, action, parameters);
  try {
    const wanted = step.until && pattern(step.until, kept);
    const answer = await (wanted === undefined ? call() : scene.until(call, (answer) => matches(answer, wanted)));
    for (const [name, place] of Object.entries(step.keep ?? {})) kept.set(name, textAt(answer, place));
    expect(answer).toMatchObject(pattern(step.answer ?? {}, kept));
  } catch (error) {
    (error as Error).message = `${step.step}: ${(error as Error).message}`;
    throw error;
  }
}

function matches(answer: Body, wanted: object): boolean {
  try {
    expect(answer).toMatchObject(wanted);
    return true;
  } catch {
    return false;
  }
}

function textAt(answer: Body, place: string): string {
  const value = place.split('.').reduce<unknown>((inner, name) => (inner as Body | undefined)?.[name], answer);
  if (typeof value !== 'string') throw new Error(`there is no ${place} in ${JSON.stringify(answer)}`);
  return value;
}

/** Parameters with what is kept in its place. */
function given(parameters: Values, kept: ReadonlyMap<string, string>): Values {
  const present = Object.entries(parameters).filter(([, value]) => value !== null);
  return mapTexts(Object.fromEntries(present), (text) => filled(text, kept)) as Values;
}

/** What an answer is compared with. */
function pattern(expected: Values, kept: ReadonlyMap<string, string>): object {
  return mapTexts(expected, (text) => {
    const source = /^\/(.*)\/$/.exec(text)?.[1];
    return source === undefined ? filled(text, kept) : expect.stringMatching(new RegExp(source));
  }) as object;
}

function mapTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change)]));
}

function filled(text: string, kept: ReadonlyMap<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = kept.get(name);
    if (value === undefined) throw new Error(`no step has kept ${name}`);
    return value;
  });
}
