import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { ControlCall } from '../control/call.ts';
import type { calls } from '../control/calls/index.ts';

/** The controls of a server: every call of the control API, under the same names. */
export type LocalyunLevers = LeversOf<typeof calls>;

type LeversOf<Tree> = {
  readonly [Name in keyof Tree as Tree[Name] extends { readonly httpOnly?: true }
    ? never
    : Name]: Tree[Name] extends ControlCall ? Lever<Tree[Name]> : LeversOf<Tree[Name]>;
};

/** Takes the arguments of the call, then an object of its other members. Rejects with ControlRefused. */
type Lever<Call> =
  Call extends ControlCall<infer _Path, infer Input, infer Output, infer Arguments>
    ? (...given: Given<z.input<Input>, Arguments>) => Promise<Answered<z.output<Output>>>
    : never;

/** A file comes as a whole. */
type Answered<Output> = Output extends Readable | Uint8Array ? Uint8Array<ArrayBuffer> : Output;

type Given<Input, Arguments extends readonly string[]> = [
  ...Leading<Input, Arguments>,
  ...Others<Omit<Input, Arguments[number]>>,
];

type Leading<Input, Arguments extends readonly string[]> = Arguments extends readonly [
  infer First extends keyof Input,
  ...infer More extends readonly string[],
]
  ? undefined extends Input[First]
    ? [value?: Input[First], ...Leading<Input, More>]
    : [value: Input[First], ...Leading<Input, More>]
  : [];

type Others<Rest> = keyof Rest extends never
  ? []
  : Record<never, never> extends Rest
    ? [others?: { [Name in keyof Rest]: Rest[Name] }]
    : [others: { [Name in keyof Rest]: Rest[Name] }];
