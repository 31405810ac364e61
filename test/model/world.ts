import type { InProcessAnswer, InProcessServer } from '../support/in-process.ts';
import type { Product } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import type { Model } from './model.ts';
import { Disagreement, type Request, type Scene, type Verdict } from './operation.ts';
import type { AccountName } from './resources.ts';
import { advance } from './time.ts';

/** The access keys of the two accounts. */
export const accessKeys: Readonly<Record<AccountName, string>> = {
  owner: 'localyun-model-owner',
  stranger: 'localyun-model-stranger',
};

export const accountNames: readonly AccountName[] = ['owner', 'stranger'];

const tokenLifeMs = 24 * 60 * 60 * 1000;

/** The server and the model side by side, and what was said so far. */
export class World {
  readonly server: InProcessServer;
  model: Model;
  /** One line a step, for whoever has to understand a disagreement. */
  readonly story: string[] = [];
  /** The calls so far, to be repeated. */
  readonly past: Request[] = [];
  /** How often each operation was accepted and refused, by `Action` and `Action Code`. */
  readonly tally: Map<string, number>;

  constructor(server: InProcessServer, model: Model, tally: Map<string, number>) {
    this.server = server;
    this.model = model;
    this.tally = tally;
  }

  /** Makes a call of the server, and has the model agree with the answer and do as it says. */
  async request(request: Request): Promise<void> {
    advance(this.model, this.server.nowMs());
    await this.follow(this.model, request, await this.#send(request, ''));
  }

  /** Makes several calls at once: there has to be an order of them in which the model agrees with every answer. */
  async together(requests: readonly Request[]): Promise<void> {
    advance(this.model, this.server.nowMs());
    this.story.push('at once:');
    const answers = await Promise.all(requests.map((request) => this.#send(request, '  ')));
    let disagreement: unknown;
    for (const order of ordersOf(requests.length)) {
      const model = structuredClone(this.model);
      try {
        for (const index of order) await this.follow(model, requests[index]!, answers[index]!);
        this.model = model;
        return;
      } catch (error) {
        if (!(error instanceof Disagreement)) throw error;
        disagreement ??= error;
      }
    }
    throw new Disagreement(`no order of the calls explains their answers; in the first:\n${disagreement}`);
  }

  async #send({ caller, operation, parameters }: Request, indent: string): Promise<InProcessAnswer> {
    const { product, action } = operation;
    const line = this.story.push(`${indent}${caller} ${action} ${JSON.stringify(parameters)}`) - 1;
    const sent = { RegionId: 'cn-hangzhou', ...parameters };
    const answer = await this.server.call(accessKeys[caller], product, action, sent);
    const { status, code } = answer;
    this.story[line] += ` -> ${status} ${code ?? ''}`;
    const counted = code === undefined ? action : `${action} ${code}`;
    this.tally.set(counted, (this.tally.get(counted) ?? 0) + 1);
    if (status >= 500) throw new Disagreement(`${action} failed: ${describe(answer.error)}`);
    return answer;
  }

  /** Has the model agree with an answer and do as it says. @throws Disagreement */
  async follow(model: Model, request: Request, { code, body }: Pick<InProcessAnswer, 'code' | 'body'>): Promise<void> {
    const { caller, operation, parameters } = request;
    const { action } = operation;
    const { verdict, repeated } = this.judge(model, request);
    if (code !== undefined) {
      if (verdict.includes(code)) return;
      const expected = verdict.length === 0 ? 'accepts it' : `refuses it with ${verdict.join(' or ')}`;
      throw new Disagreement(`${action} was refused with ${code}: ${body.Message}\n  the model ${expected}`);
    }
    if (verdict.length > 0) {
      throw new Disagreement(`${action} was accepted, the model refuses it: ${verdict.join(' or ')}`);
    }
    const { RequestId: _, ...answer } = body;
    if (repeated === undefined) {
      await operation.apply(parameters, this.#sceneOf(model, caller), answer);
      this.#remember(model, request, answer);
    } else if (repeated !== JSON.stringify(answer)) {
      throw new Disagreement(`${action} repeated answers ${JSON.stringify(answer)}\n  and not, as before, ${repeated}`);
    }
  }

  /** Asks the server what must be answered. */
  readonly ask = async (caller: AccountName, product: Product, action: string, parameters: object): Promise<Body> => {
    const sent = { RegionId: 'cn-hangzhou', ...parameters };
    const { status, body, error } = await this.server.call(accessKeys[caller], product, action, sent);
    if (status !== 200)
      throw new Disagreement(
        `${action} ${JSON.stringify(parameters)} fails: ${JSON.stringify(body)} ${describe(error)}`,
      );
    return body;
  };

  /** The codes a request may be refused with, and the answer that it repeats if it is one that was answered before. */
  judge(model: Model, { caller, operation, parameters }: Request): { verdict: Verdict; repeated?: string } {
    const malformed = operation.form?.(parameters) ?? [];
    if (malformed.length > 0) return { verdict: malformed };
    const known = model.tokens.get(this.#tokenKey(caller, operation.action, parameters.ClientToken));
    if (known !== undefined && known.expiresAtMs > model.nowMs) {
      if (known.parameters !== JSON.stringify(parameters)) return { verdict: ['IdempotentParameterMismatch'] };
      return { verdict: [], repeated: known.answer };
    }
    return { verdict: operation.judge(parameters, this.#sceneOf(model, caller)) };
  }

  #remember(model: Model, request: Request, answer: Body): void {
    const { caller, operation, parameters } = request;
    if (parameters.ClientToken === undefined) return;
    model.tokens.set(this.#tokenKey(caller, operation.action, parameters.ClientToken), {
      parameters: JSON.stringify(parameters),
      answer: JSON.stringify(answer),
      expiresAtMs: model.nowMs + tokenLifeMs,
    });
  }

  #tokenKey(caller: AccountName, action: string, token: string | undefined): string {
    return token === undefined ? '' : `${caller}/${action}/${token}`;
  }

  #sceneOf(model: Model, caller: AccountName): Scene {
    return {
      model,
      caller,
      ask: (product, action, parameters) => this.ask(caller, product, action, parameters),
    };
  }
}

/** Every order of so many, as they came first. */
function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  const last = count - 1;
  const places = Array.from({ length: count }, (_, place) => last - place);
  return ordersOf(last).flatMap((order) =>
    places.map((place) => [...order.slice(0, place), last, ...order.slice(place)]),
  );
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
