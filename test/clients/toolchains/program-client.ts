import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ObjectShape, Shape } from '../../../src/contracts/contract.ts';
import { findContract } from '../../../src/contracts/load.ts';
import { type Product, versions } from '../../support/signed-client.ts';
import type { Body } from '../../support/test-account.ts';
import type { ClientKind, ExposedRefusal, OfficialClient } from '../official-client.ts';
import type { Program, Trust } from './toolchain.ts';

/** What a program prints for a call. */
type Outcome =
  | { readonly answer: Body }
  | { readonly refusal: ExposedRefusal }
  /** Anything else that the SDK raised. */
  | { readonly failure: string };

/** A client whose calls are carried out by a program, which runs from the first call until it is closed. */
export interface ProgramClient extends ClientKind {
  close(): Promise<void>;
}

class Refused extends Error {
  readonly refusal: ExposedRefusal;

  constructor(refusal: ExposedRefusal) {
    super(JSON.stringify(refusal));
    this.refusal = refusal;
  }
}

/**
 * @param protocol what it speaks
 * @param caFile the certificate authority that it trusts, beside those of the system
 */
export function programClient(program: Program, protocol: 'http' | 'https' = 'http', caFile?: string): ProgramClient {
  let running: Promise<RunningProgram> | undefined;
  return {
    name: program.name,
    lacks: program.lacks,
    renamedCodes: program.renamedCodes ?? {},
    connect: ({ host, accessKeyId, accessKeySecret, securityToken }): OfficialClient => {
      const target = { endpoint: host, protocol, accessKeyId, accessKeySecret, securityToken, ca: caFile };
      return {
        async call(product, action, parameters) {
          running ??= start(program, caFile);
          const outcome = await (await running).carryOut({ target, product, action, parameters });
          if ('answer' in outcome)
            return program.unwrapsLists ? rewrapped(product, action, outcome.answer) : outcome.answer;
          if ('refusal' in outcome) throw new Refused(outcome.refusal);
          throw new Error(`${program.name}: ${outcome.failure}`);
        },
      };
    },
    exposed: (error) => {
      if (error instanceof Refused) return error.refusal;
      throw error;
    },
    close: async () => (await running)?.close(),
  };
}

async function start(program: Program, caFile: string | undefined): Promise<RunningProgram> {
  return new RunningProgram(program, caFile === undefined ? {} : ((await program.trust?.(caFile)) ?? {}));
}

/** Answers come in the order of the calls, a line for a line. */
class RunningProgram {
  readonly #child: ChildProcess;
  readonly #waiting: { resolve(outcome: Outcome): void; reject(error: Error): void }[] = [];

  constructor({ name, command, args }: Program, { flags = [], env = {} }: Trust) {
    const stdio = ['pipe', 'pipe', 'pipe'] as const;
    this.#child = spawn(command, [...flags, ...args], { stdio: [...stdio], env: { ...process.env, ...env } });
    let complaints = '';
    this.#child.stderr?.on('data', (chunk) => (complaints += chunk));
    createInterface(this.#child.stdout!).on('line', (line) => this.#waiting.shift()?.resolve(JSON.parse(line)));
    this.#child.on('error', (error) => this.#fail(error));
    this.#child.on('close', (code) => this.#fail(new Error(`${name} ended with ${code}: ${complaints.slice(-2_000)}`)));
  }

  carryOut(call: object): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#child.stdin?.write(`${JSON.stringify(call)}\n`);
    });
  }

  close(): Promise<void> {
    if (this.#child.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('close', () => resolve());
      this.#child.stdin?.end();
    });
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** An answer with each list inside the object that it has around it on the wire. */
function rewrapped(product: Product, action: string, answer: Body): Body {
  return wrap(findContract(versions[product], action)?.response ?? {}, answer) as Body;
}

function wrap(shape: Shape | undefined, value: unknown): unknown {
  if (Array.isArray(shape)) return (value as unknown[]).map((item) => wrap(shape[0], item));
  if (typeof shape !== 'object' || typeof value !== 'object' || value === null) return value;
  const members = shape as ObjectShape;
  if (Array.isArray(value)) {
    const [[name, list] = ['']] = Object.entries(members);
    return { [name]: wrap(list, value) };
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wrap(members[name], inner)]));
}
