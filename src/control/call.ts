import type { z } from 'zod';
import type { Levers } from './levers.ts';

/** The text of a path's place: `{name}` in `/snapshots/{name}`. */
type Place<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Place<Rest> : never;

/** A request body that is one member of the input as a whole. */
export interface WholeBody<Member extends string = string> {
  readonly member: Member;
  /**
   * What it may come as, the usual one first. Of `application/json` the member gets the value, of
   * `application/octet-stream` the bytes, and of any other the text.
   */
  readonly contentTypes: readonly [string, ...string[]];
}

/**
 * One call of the control API as data. The HTTP router, the OpenAPI document, the subcommand, the functions of the library
 * and the page of reference are made from it; its words are where it stands in the tree of `calls/index.ts`.
 */
export interface ControlCall<
  Path extends `/${string}` = `/${string}`,
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Arguments extends readonly string[] = readonly string[],
  HttpOnly extends boolean = boolean,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the prefix, with places: `/snapshots/{name}/load`. */
  readonly path: Path;
  /** One line, as help and documents show it: it begins in lower case and has no full stop. */
  readonly summary: string;
  /**
   * Everything the call takes, in one flat object. Members named by a place of the path stand there, the others in the
   * query of a GET or DELETE and in the JSON body of the others, where the query is taken as well. Texts of path, query
   * and command line are read as the schema wants them; each member has a `description`.
   */
  readonly input: Input;
  /** JSON, unless `contentType` says otherwise: then a string, a Uint8Array or a Readable that is answered as it is. */
  readonly output: Output;
  /** Members that the library takes as arguments of their own, before an object of the others. */
  readonly arguments: Arguments;
  readonly body?: WholeBody;
  /** Of the answer. */
  readonly contentType?: string;
  /** What is no call of the library and the command line, for browsers and tools only. */
  readonly httpOnly?: HttpOnly;
  /** What the command's table shows of each entry of a list, in this order; `--json` prints all. All without. */
  readonly columns?: readonly string[];
  /** Whether an answer has what `--fail` of the command is to fail for. */
  isFinding?(answer: z.output<Output>): boolean;
  /**
   * Carries the call out on input that is valid.
   * @throws ControlRefused when it cannot be carried out
   */
  run(levers: Levers, input: z.output<Input>): z.input<Output> | Promise<z.input<Output>>;
}

/** Makes a call: its schemas, its places and what it runs have to agree. */
export function controlCall<
  const Path extends `/${string}`,
  Input extends z.ZodObject<Record<Place<Path>, z.ZodType> & z.core.$ZodLooseShape>,
  Output extends z.ZodType,
  const Arguments extends readonly (keyof z.input<Input> & string)[] = readonly [],
  const HttpOnly extends boolean = false,
>(
  call: Omit<ControlCall<Path, Input, Output, Arguments, HttpOnly>, 'arguments' | 'body'> & {
    readonly arguments?: Arguments;
    readonly body?: WholeBody<keyof z.input<Input> & string>;
  },
): ControlCall<Path, Input, Output, Arguments, HttpOnly> {
  // Without any given the type of the arguments is that of the empty list.
  return { arguments: [] as readonly string[] as Arguments, ...call };
}
