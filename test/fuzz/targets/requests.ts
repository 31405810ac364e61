import fc from 'fast-check';
import type { Contract } from '../../../src/contracts/contract.ts';
import { findContract } from '../../../src/contracts/load.ts';
import { operationsByProduct } from '../../../src/operation/operation.ts';
import { operations } from '../../../src/registry.generated.ts';
import { dumpState } from '../../every-operation/dump.ts';
import { region } from '../../every-operation/life.ts';
import type { Step } from '../../every-operation/step.ts';
import { flatten, formHeaders, type Product, versions } from '../../support/signed-client.ts';
import { readAnswer } from '../answer.ts';
import { examples } from '../examples.ts';
import { type FlatParameters, hostileParameters } from '../parameters.ts';
import type { Scene } from '../scene.ts';
import { longestStallMs, repeats, Stalled, stopwatch } from '../stall.ts';
import type { Target } from '../target.ts';
import { formEncoded, type Text, written } from '../text.ts';

/** One call; its texts may refer to what is there by `$name`. */
export interface WholeRequest {
  readonly caller: string;
  readonly product: Product;
  readonly action: string;
  readonly parameters: FlatParameters;
  /** A parameter that is sent once for each number: `Tag.#.Key` to `Tag.1.Key` and so on, each with another value. */
  readonly list?: { readonly name: string; readonly length: number };
  readonly format: 'JSON' | 'XML';
  /** How far the clock is moved before, in milliseconds. */
  readonly advanceMs: number;
}

/** Calls one after another, on a scene that is as it was at the beginning. */
export interface RequestSequence {
  readonly requests: readonly WholeRequest[];
  /** The call around which the whole state is compared, when it may change nothing. */
  readonly looksAt: number;
}

const known = operationsByProduct(operations);

/** Calls in order, without references that only a life has. */
const templates = new Map<string, FlatParameters[]>();
for (const step of examples) {
  const name = `${step.product}.${step.action}`;
  templates.set(name, [...(templates.get(name) ?? []), templateOf(step)]);
}

function templateOf({ product, parameters, late }: Step): FlatParameters {
  const regional = product === 'Ecs' || product === 'Vpc' ? { RegionId: region } : {};
  let more = {};
  try {
    more = late?.({ get: (name: string) => `$${name}` } as ReadonlyMap<string, string>) ?? {};
  } catch {
    // What is computed from the references can be had in a life only.
  }
  return flatten({ ...regional, ...parameters, ...more });
}

const callers = fc.oneof(
  { weight: 12, arbitrary: fc.constant('$owner') },
  { weight: 4, arbitrary: fc.constant('$guardedKeyId') },
  { weight: 1, arbitrary: fc.constantFrom('$keyId', '$stranger') },
);

const request: fc.Arbitrary<WholeRequest> = fc.constantFrom(...operations).chain(({ product, action }) => {
  const contract = findContract(versions[product], action) ?? { parameters: {} };
  const inOrder = templates.get(`${product}.${action}`) ?? [{}];
  const template = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...inOrder) },
    { weight: 1, arbitrary: fc.constant<FlatParameters>({}) },
  );
  return fc
    .record({
      caller: callers,
      template,
      dropped: fc.oneof({ weight: 5, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(9) }),
      hostile: fc.oneof(
        { weight: 9, arbitrary: hostileParameters(contract) },
        { weight: 1, arbitrary: fc.constant({}) },
      ),
      list: longList(contract),
      format: fc.constantFrom('JSON' as const, 'JSON' as const, 'XML' as const),
      advanceMs: fc.oneof(
        { weight: 8, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.constantFrom(1, 1_000, 60_000, 86_400_000, 40 * 86_400_000) },
      ),
    })
    .map(({ template: whole, dropped, hostile, list, ...rest }) => {
      const kept = Object.fromEntries(Object.entries(whole).filter((_, index) => index !== dropped));
      return { ...rest, product, action, parameters: { ...kept, ...hostile }, ...(list && { list }) };
    });
});

/** Now and then one of the lists, longer than anyone would make it. */
function longList({ parameters }: Pick<Contract, 'parameters'>): fc.Arbitrary<WholeRequest['list']> {
  const names = Object.entries(parameters).flatMap(([name, shape]) => {
    if (!Array.isArray(shape)) return [];
    const [item] = shape;
    return typeof item === 'object' ? Object.keys(item).map((member) => `${name}.#.${member}`) : [`${name}.#`];
  });
  const none = fc.constant(undefined);
  if (names.length === 0) return none;
  const length = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 100, max: 4_900 }));
  return fc.oneof(
    { weight: 15, arbitrary: none },
    { weight: 1, arbitrary: fc.record({ name: fc.constantFrom(...names), length }) },
  );
}

const sequences: fc.Arbitrary<RequestSequence> = fc.record({
  requests: fc.array(request, { minLength: 1, maxLength: 8 }),
  looksAt: fc.nat(7),
});

/** Whole requests through the whole pipeline: what their contract takes, with values that are none. */
export function requestsTarget(scene: Scene): Target<RequestSequence> {
  return {
    name: 'requests',
    inputs: sequences,
    async check(sequence) {
      let times = await play(scene, sequence);
      for (let repeat = 0; repeat < repeats && times.some((ms) => ms > longestStallMs); repeat += 1) {
        const again = await play(scene, sequence);
        times = times.map((ms, index) => Math.min(ms, again[index] ?? ms));
      }
      const slow = times.findIndex((ms) => ms > longestStallMs);
      if (slow >= 0)
        throw new Stalled(`${sequence.requests[slow]?.action} takes ${times[slow]?.toFixed(0)} ms at least`);
    },
  };
}

/** Answers for how long each call kept the event loop busy, in milliseconds. */
async function play(scene: Scene, { requests, looksAt }: RequestSequence): Promise<readonly number[]> {
  const { server } = scene;
  const names = new Map(scene.names);
  const times: number[] = [];
  const defects = server.defects.length;
  try {
    for (const [index, one] of requests.entries()) {
      if (one.advanceMs > 0) await server.levers.advance(one.advanceMs);
      times.push(await send(scene, one, names, index === looksAt % requests.length));
    }
    await server.levers.advance(60_000);
  } finally {
    await scene.restore();
  }
  const [defect] = server.defects.slice(defects);
  if (defect !== undefined) throw defect;
  return times;
}

async function send({ server }: Scene, one: WholeRequest, names: Map<string, string>, looks: boolean): Promise<number> {
  const { product, action, format } = one;
  const operation = known.get(product)?.get(action);
  const form: readonly (readonly [string, Text])[] = [
    ...Object.entries(one.parameters),
    ...Array.from(
      { length: one.list?.length ?? 0 },
      (_, at) => [numbered(one.list?.name ?? '', at + 1), `x-${at}`] as const,
    ),
    ...Object.entries({ Action: action, Version: versions[product], Format: format, AccessKeyId: one.caller }),
  ];
  const texts = form.map(([name, value]) => [name, written(value, names)] as const);
  const body = Buffer.from(texts.map(([name, value]) => `${formEncoded(name)}=${formEncoded(value)}`).join('&'));
  const before = looks ? await dumpState(server.store) : undefined;
  const read = stopwatch();
  const { response, error } = await server.send({
    ...{ method: 'POST', path: '/', query: '', headers: { ...formHeaders, host: 'localhost' }, body },
    ...{ secure: false, remoteAddress: '127.0.0.1' },
  });
  const tookMs = read();
  if (error !== undefined) throw new Error(`${action} throws`, { cause: error });
  try {
    const answer = readAnswer(response, texts.flat().join('\n'));
    if (answer.format !== format.toLowerCase()) throw new Error(`answers ${answer.format} to who asked for ${format}`);
  } catch (fault) {
    throw new Error(`${action} ${(fault as Error).message}`, { cause: fault });
  }
  if (before !== undefined && (response.status !== 200 || operation?.changes === false)) {
    const changed = JSON.stringify(await dumpState(server.store)) !== JSON.stringify(before);
    if (changed) throw new Error(`${action} changes the state with an answer ${response.status}`);
  }
  if (response.status === 200) noteNew(response.body, names);
  return tookMs;
}

const numbered = (name: string, number: number): string => name.replace('#', String(number));
const id = /\b(?:eni|eni-perm|i|vpc|vsw|sg|sgr|vtb|vrt|rte|eip|d|s|ipv6|ipv6gw|ipv6bw|rg)-[a-z0-9]{14,}\b/g;
const rememberedIds = 6;

/** What an answer names for the first time can be referred to from then on. */
function noteNew(body: string, names: Map<string, string>): void {
  const there = new Set(names.values());
  for (const [found] of body.matchAll(id)) {
    if (there.has(found)) continue;
    there.add(found);
    const count = Number(names.get('count') ?? 0);
    names.set('count', String(count + 1));
    names.set(`new${count % rememberedIds}`, found);
  }
}
