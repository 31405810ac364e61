import type { TestLocalyun } from '../support/localyun.ts';
import type { Parameters, Product } from '../support/signed-client.ts';
import type { KeyPair } from '../support/signed-request.ts';
import type { Body, Refused } from '../support/test-account.ts';
import { plain, type Transport } from './transport.ts';
import type { Wire } from './wire.ts';

/** What a program does when it waits: the pauses before each look, in milliseconds. It gives up after the last one. */
export type Rhythm = readonly number[];

/** Terraform looks after a first delay, then every 3 seconds, until its time is up. */
export function terraformRhythm(delayMs: number, timeoutMs: number): Rhythm {
  return [delayMs, ...new Array<number>(Math.floor((timeoutMs - delayMs) / 3_000)).fill(3_000)];
}

/** Terway waits for an interface: 3 seconds, then pauses that grow by half, 8 of them. */
export const terwayStatusRhythm: Rhythm = [3_000, ...Array.from({ length: 8 }, (_, step) => 3_000 * 1.5 ** step)];
/** Terway waits for a member of a trunk. */
export const terwayMemberRhythm: Rhythm = [2_000, ...new Array<number>(8).fill(1_000)];
/** Terway waits for an interface to be gone. */
export const terwayDeletionRhythm: Rhythm = [1_000, 2_000, 3_000, 4_000, 4_000];

/** Who calls: an account by its root key, whose secret is known, or anyone else with a secret. */
export interface Caller {
  readonly accessKeyId: string;
  readonly accessKeySecret?: string;
}

/** What a program is told when its call is refused. */
export class CallRefused extends Error {
  readonly status: number;
  readonly code: string;
  /** The whole answer, in which some programs look for words. */
  readonly text: string;

  constructor(action: string, status: number, body: Body) {
    super(`${action} was refused: ${status} ${body.Code}: ${body.Message}`);
    this.status = status;
    this.code = body.Code;
    this.text = JSON.stringify(body);
  }
}

/** A program's client: one account, one region, one way of putting calls on the wire and of sending them. */
export class ScenarioClient {
  readonly regionId: string;
  readonly #localyun: TestLocalyun;
  readonly #key: KeyPair;
  readonly #wire: Wire;
  readonly #transport: Transport;

  constructor(localyun: TestLocalyun, caller: Caller, wire: Wire, regionId = 'cn-hangzhou', transport = plain) {
    this.#localyun = localyun;
    this.#key = { accessKeyId: caller.accessKeyId, accessKeySecret: caller.accessKeySecret ?? 'localyun' };
    this.#wire = wire;
    this.regionId = regionId;
    this.#transport = transport;
  }

  /**
   * The body of a call that must succeed. Like Terraform, takes no body with a Code or Success of its own for success.
   * @throws CallRefused
   */
  async ok(product: Product, action: string, parameters: Parameters, query?: Parameters): Promise<Body> {
    const { status, body } = await this.call(product, action, parameters, query);
    if (status !== 200) throw new CallRefused(action, status, body);
    if (product !== 'BssOpenApi' && product !== 'Location' && ('Code' in body || body.Success === false)) {
      throw new Error(`${action} answers like a refusal: ${JSON.stringify(body)}`);
    }
    return body;
  }

  /** What a call that must be refused was refused with. */
  async refused(product: Product, action: string, parameters: Parameters, query?: Parameters): Promise<Refused> {
    const { status, body } = await this.call(product, action, parameters, query);
    if (status === 200) throw new Error(`${action} was not refused: ${JSON.stringify(body)}`);
    return { status, code: body.Code, message: body.Message };
  }

  /** All items of a list that is turned page by page until a page is short or has no NextToken. */
  async pages(action: string, parameters: Parameters, itemsOf: (page: Body) => readonly Body[]): Promise<Body[]> {
    const items: Body[] = [];
    let NextToken = '';
    do {
      const page = await this.ok('Ecs', action, { ...parameters, NextToken });
      items.push(...itemsOf(page));
      if (itemsOf(page).length < Number(parameters.MaxResults)) break;
      NextToken = page.NextToken;
    } while (NextToken !== '');
    return items;
  }

  /**
   * Looks again and again, the virtual clock moving on by each pause before.
   * @throws Error when the rhythm is over and what is looked for has not been seen
   */
  async until<Seen>(look: () => Promise<Seen>, isWanted: (seen: Seen) => boolean, rhythm: Rhythm): Promise<Seen> {
    let seen: Seen | undefined;
    for (const pauseMs of rhythm) {
      await this.#localyun.advance(pauseMs);
      seen = await look();
      if (isWanted(seen)) return seen;
    }
    throw new Error(`gave up; last seen: ${JSON.stringify(seen)}`);
  }

  /**
   * Waits for a state as Terraform does: any state that is neither wanted nor known to be on the way is a failure.
   * An empty state stands for a resource that is not there.
   */
  state(look: () => Promise<string>, pending: readonly string[], wanted: readonly string[], rhythm: Rhythm) {
    return this.until(
      async () => {
        const state = await look();
        if (wanted.includes(state) || pending.length === 0 || pending.includes(state)) return state;
        throw new Error(`unexpected state ${JSON.stringify(state)}, wanted ${wanted.join(' or ')}`);
      },
      (state) => wanted.includes(state),
      rhythm,
    );
  }

  /** The answer, whatever it says. */
  async call(
    product: Product,
    action: string,
    parameters: Parameters,
    query?: Parameters,
  ): Promise<{ readonly status: number; readonly body: Body }> {
    const { port } = this.#localyun;
    const { regionId } = this;
    const host = this.#transport.hostOf({ product, regionId, port });
    const request = this.#wire({ key: this.#key, host, regionId, product, action, parameters, query });
    const { status, text } = await this.#transport.send(port, host, request);
    return { status, body: JSON.parse(text) as Body };
  }
}

/** A ClientToken as Terraform makes it. */
export function terraformToken(action: string): string {
  return `TF-${action}-${Math.floor(Date.now() / 1000)}-${crypto.randomUUID()}`.slice(0, 64);
}
