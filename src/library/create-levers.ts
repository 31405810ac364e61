import type { ControlCall } from '../control/call.ts';
import { calls, isCall } from '../control/calls/index.ts';
import { ControlRefused } from '../control/control-refused.ts';
import type { LocalyunLevers } from './levers.ts';

/** Carries a call out on input that was not checked yet. */
export type Invoke = (call: ControlCall, input: object) => Promise<unknown>;

type Tree = { readonly [name: string]: ControlCall | Tree };

/** The functions of the library, made from the table of calls. */
export function createLibrary(invoke: Invoke): LocalyunLevers {
  // The type of the table says of each function what is built here from its value.
  return functionsOf(calls, invoke) as unknown as LocalyunLevers;
}

function functionsOf(tree: Tree, invoke: Invoke): object {
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([, entry]) => entry.httpOnly !== true)
      .map(([name, entry]) => [name, isCall(entry) ? functionOf(entry, invoke) : functionsOf(entry, invoke)]),
  );
}

function functionOf(call: ControlCall, invoke: Invoke): (...given: unknown[]) => Promise<unknown> {
  return async (...given) => {
    const leading = call.arguments.map((name, index) => [name, given[index]] as const);
    const others = given[call.arguments.length] ?? {};
    if (typeof others !== 'object') throw new ControlRefused(`${JSON.stringify(others)} is not an object of members`);
    const members = [...leading, ...Object.entries(others)].filter(([, value]) => value !== undefined);
    return invoke(call, Object.fromEntries(members));
  };
}
