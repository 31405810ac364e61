import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { ControlCall, WholeBody } from '../../control/call.ts';
import { callControl } from '../../control/client.ts';
import { ControlRefused } from '../../control/control-refused.ts';
import { membersOf, readText, typeOf } from '../../control/members.ts';
import { checkInput } from '../../control/read-input.ts';
import { readEndpoint } from '../../library/connect.ts';
import { callable } from '../callable.ts';
import { readConfiguration } from '../configuration.ts';
import { exitCodes } from '../exit-codes.ts';
import { showAnswer } from './show-answer.ts';

/** The options as given: those of every command, and the members of the call in camel case. */
export interface CommandFlags extends Readonly<Record<string, unknown>> {
  readonly json?: boolean;
  readonly fail?: boolean;
  readonly endpoint?: string;
  readonly controlToken?: string;
}

export interface GivenCommand {
  readonly call: ControlCall;
  readonly flags: CommandFlags;
  /** What was given without a flag, by member; of a whole body the path of its file. */
  readonly placed: ReadonlyMap<string, string>;
  /** The file that the answer is written to. */
  readonly target: string | undefined;
}

/**
 * Calls the server and prints what it answers.
 * @throws ControlRefused when the input is not valid or the server refuses, ControlUnreachable when there is none
 */
export async function runCommand({ call, flags, placed, target }: GivenCommand): Promise<void> {
  const input = await inputOf(call, flags, placed);
  checkInput(call.input, input);
  const answer = await callControl(await connectionOf(flags), call, input);
  if (target !== undefined) await writeFile(target, answer as Uint8Array, { mode: 0o600 });
  else if (answer instanceof Uint8Array) process.stdout.write(answer);
  else
    process.stdout.write(
      flags.json === true ? `${JSON.stringify(answer, undefined, 2)}\n` : showAnswer(answer, call.columns),
    );
  if (flags.fail === true && call.isFinding?.(answer) === true) process.exitCode = exitCodes.found;
}

async function inputOf(
  call: ControlCall,
  flags: CommandFlags,
  placed: ReadonlyMap<string, string>,
): Promise<Readonly<Record<string, unknown>>> {
  const input: Record<string, unknown> = {};
  for (const { name, schema } of membersOf(call)) {
    const given = placed.get(name) ?? flags[name];
    if (given === undefined) continue;
    if (name === call.body?.member) input[name] = await readBody(call.body, String(given));
    else if (Array.isArray(given)) input[name] = given.map((text: string) => readText(text, schema.items ?? {}));
    else input[name] = typeOf(schema) === 'object' ? readJson(name, String(given)) : readText(String(given), schema);
  }
  return input;
}

async function readBody({ contentTypes }: WholeBody, path: string): Promise<unknown> {
  const bytes =
    path === '-' ? await buffer(process.stdin) : await readFile(path).catch((error) => cannotRead(path, error));
  if (contentTypes.includes('application/octet-stream')) return new Uint8Array(bytes);
  const text = bytes.toString('utf8');
  return contentTypes.some((one) => one !== 'application/json') ? text : readJson(path, text);
}

function cannotRead(path: string, error: Error): never {
  throw new ControlRefused(`cannot read the file ${path}: ${error.message}`, 404);
}

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlRefused(`${name}: is not JSON`);
  }
}

/** Where the server is that the flags, the environment or the configuration name. */
async function connectionOf({ endpoint, controlToken }: CommandFlags) {
  if (endpoint !== undefined && controlToken !== undefined)
    return { endpoint: readEndpoint(endpoint).origin, controlToken };
  const { values } = await readConfiguration({ flags: {}, environment: process.env });
  return {
    endpoint: readEndpoint(endpoint ?? callable(values)).origin,
    controlToken: controlToken ?? values.controlToken,
  };
}
