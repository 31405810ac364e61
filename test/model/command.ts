import fc from 'fast-check';
import type { Model } from './model.ts';
import type { ModelOperation, Request } from './operation.ts';
import { caller, seldom } from './picks.ts';
import type { AccountName } from './resources.ts';
import type { Drawn } from './sequence.ts';
import { advance } from './time.ts';
import type { World } from './world.ts';

/** A kind of step: what is drawn for it, and how it is played. */
export interface CommandKind {
  readonly name: string;
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  readonly drawn: fc.Arbitrary<Drawn>;
  /** Whether there is everything that it is to be carried out on. */
  isReady(args: unknown, world: World): boolean;
  perform(args: unknown, world: World): Promise<void>;
  /** Of a step that is one call. */
  readonly requestOf?: (args: unknown, world: World) => Request;
}

export function command<Args>(
  name: string,
  weight: number,
  args: fc.Arbitrary<Args>,
  perform: (args: Args, world: World) => Promise<void>,
  isReady: (args: Args, world: World) => boolean = () => true,
): CommandKind {
  return {
    isReady: (drawn, world) => isReady(drawn as Args, world),
    name,
    weight,
    drawn: args.map((drawn) => ({ kind: name, args: drawn })),
    perform: (drawn, world) => perform(drawn as Args, world),
  };
}

/** A step that is one call: `parametersOf` makes the parameters from what was drawn and what there is by then. */
export function call<Args, Parameters extends object>(
  operation: ModelOperation<Parameters>,
  weight: number,
  args: fc.Arbitrary<Args>,
  parametersOf: (args: Args, model: Model, who: AccountName) => Parameters,
  /** Tells several ways to make the same call apart, which may be for others to call. */
  { way = '', callers = caller }: { readonly way?: string; readonly callers?: fc.Arbitrary<AccountName> } = {},
): CommandKind {
  const name = `${operation.product} ${operation.action}${way}`;
  const drawn = fc.record({ who: callers, args });
  const isReady = ({ args: wanted, who }: { args: Args; who: AccountName }, { model, server }: World): boolean => {
    advance(model, server.nowMs());
    const before = model.misses;
    parametersOf(wanted, model, who);
    return model.misses === before;
  };
  const requestOf = ({ args: wanted, who }: { args: Args; who: AccountName }, world: World): Request => {
    advance(world.model, world.server.nowMs());
    const request = { caller: who, operation, parameters: parametersOf(wanted, world.model, who) };
    world.past.push(request);
    return request;
  };
  return {
    ...command(name, weight, drawn, (args, world) => world.request(requestOf(args, world)), isReady),
    requestOf: (args, world) => requestOf(args as { args: Args; who: AccountName }, world),
  };
}

/** Two or three calls at once, or one call twice, as the steps that are one call have them. */
export function together(weight: number, calls: readonly CommandKind[]): CommandKind {
  const byName = new Map(calls.map((kind) => [kind.name, kind]));
  const one = fc.oneof(...calls.map((kind) => ({ weight: kind.weight, arbitrary: kind.drawn })));
  const some = fc.record({ calls: fc.array(one, { minLength: 1, maxLength: 3 }), twice: seldom(3) });
  return command('together', weight, some, ({ calls: drawn, twice }, world) => {
    const requests = drawn.map(({ kind, args }) => byName.get(kind)!.requestOf!(args, world));
    return world.together(twice ? [...requests.slice(0, 2), requests[0]!] : requests);
  });
}
