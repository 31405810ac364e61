import type { Product } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import type { Model } from './model.ts';
import type { AccountName } from './resources.ts';

/** The codes a call may be refused with; none when it has to be accepted. */
export type Verdict = readonly string[];

/** What a request is judged by and carried out on. */
export interface Scene {
  readonly model: Model;
  readonly caller: AccountName;
  /** Asks the server for what the answer of a call does not say, such as the interfaces of a new instance. */
  ask(product: Product, action: string, parameters: object): Promise<Body>;
}

/** An operation as the model has it. */
export interface ModelOperation<Parameters extends object> {
  readonly product: Product;
  readonly action: string;
  /** What is wrong with the request by itself, whatever there is; such a request never meets its ClientToken. */
  readonly form?: (parameters: Parameters) => Verdict;
  /** Where documents leave the order of checks open, every code that applies. */
  readonly judge: (parameters: Parameters, scene: Scene) => Verdict;
  /** Carries an accepted call out on the model, and says what is wrong with its answer. */
  readonly apply: (parameters: Parameters, scene: Scene, answer: Body) => void | Promise<void>;
  /** The answer tells nothing that the call has changed. */
  readonly reads?: true;
}

/** One call to be made. */
export interface Request {
  readonly caller: AccountName;
  // biome-ignore lint/suspicious/noExplicitAny: the parameters belong to the operation beside them
  readonly operation: ModelOperation<any>;
  readonly parameters: { readonly ClientToken?: string | undefined };
}

/** The server and the model do not agree. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/** Compares texts, numbers, lists and objects by value. */
export function agree(what: string, actual: unknown, expected: unknown): void {
  const [is, should] = [textOf(actual), textOf(expected)];
  if (is !== should) throw new Disagreement(`${what}\n  server: ${is}\n  model:  ${should}`);
}

export function claim(holds: boolean, what: () => string): void {
  if (!holds) throw new Disagreement(what());
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

/** Reasons against a call, as they are found. */
export class Reasons {
  readonly codes: string[] = [];

  add(applies: boolean, code: string): void {
    if (applies) this.codes.push(code);
  }
}

export const accepted: Verdict = [];
