import type { TestLocalyun } from '../../support/localyun.ts';
import type { Parameters, Product } from '../../support/signed-client.ts';
import type { Body } from '../../support/test-account.ts';
import { type Caller, CallRefused, ScenarioClient, terraformRhythm } from '../driver.ts';
import { overHttps, plain } from '../transport.ts';
import { sdkV1, sdkV1Common, teaRpc } from '../wire.ts';

/** The state of a resource that is not there. */
export const gone = '';

/** After which refusals a call is made again, and how long. */
export interface Retry {
  /** Codes, or the beginnings of longer ones. */
  readonly codes?: readonly string[];
  /** The first pause. */
  readonly firstMs?: number;
  /** By how much each further pause is longer. */
  readonly stepMs?: number;
  readonly timeoutMs?: number;
}

/** How a state is waited for. */
export interface Wait {
  readonly delayMs: number;
  readonly timeoutMs: number;
  /** States on the way; any state but those that are wanted is a failure unless it is one of these. None given: any. */
  readonly pending?: readonly string[];
  readonly wanted: readonly string[];
}

/** The Terraform provider with one account in one region: how it calls, what it tries again, what it takes for gone. */
export class Provider {
  readonly regionId: string;
  /** Every call that was made, by its action, in order; https ones marked. */
  readonly calls: string[] = [];
  readonly #localyun: TestLocalyun;
  readonly #rpc: ScenarioClient;
  readonly #typed: ScenarioClient;
  readonly #common: ScenarioClient;

  /** @param ca the authority that the provider trusts; without one what would be https is http */
  constructor(localyun: TestLocalyun, caller: Caller, ca?: string, regionId = 'cn-hangzhou') {
    this.#localyun = localyun;
    this.regionId = regionId;
    this.#rpc = new ScenarioClient(localyun, caller, teaRpc, regionId);
    this.#typed = new ScenarioClient(localyun, caller, sdkV1, regionId);
    this.#common = new ScenarioClient(
      localyun,
      caller,
      sdkV1Common,
      regionId,
      ca === undefined ? plain : overHttps(ca),
    );
  }

  /** An untyped call, repeated as the resource has it. */
  rpc(product: Product, action: string, parameters: Parameters, retry: Retry = {}, query?: Parameters): Promise<Body> {
    return this.#retrying(retry, () => this.#call(this.#rpc, product, action, parameters, query));
  }

  /** A typed call of the older SDK. */
  typed(product: Product, action: string, parameters: Parameters, retry: Retry = {}): Promise<Body> {
    return this.#retrying(retry, () => this.#call(this.#typed, product, action, parameters));
  }

  /** A call for which the provider insists on https. */
  secure(product: Product, action: string, parameters: Parameters): Promise<Body> {
    this.calls.push(`https ${action}`);
    return this.#common.ok(product, action, parameters);
  }

  /** Looks until a state is there. `gone` is no failure while something else is waited for, but is not enough either. */
  async wait({ delayMs, timeoutMs, pending = [], wanted }: Wait, look: () => Promise<string>): Promise<void> {
    const onTheWay = pending.length === 0 ? [] : [...pending, gone];
    await this.#rpc.state(look, onTheWay, wanted, terraformRhythm(delayMs, timeoutMs));
  }

  sleep(milliseconds: number): Promise<void> {
    return this.#localyun.advance(milliseconds);
  }

  #call(client: ScenarioClient, product: Product, action: string, parameters: Parameters, query?: Parameters) {
    this.calls.push(action);
    return client.ok(product, action, parameters, query);
  }

  async #retrying(
    { codes = [], firstMs = 3_000, stepMs = 5_000, timeoutMs = 60_000 }: Retry,
    call: () => Promise<Body>,
  ): Promise<Body> {
    for (let pauseMs = firstMs, waitedMs = 0; ; waitedMs += pauseMs, pauseMs += stepMs) {
      try {
        return await call();
      } catch (error) {
        const isTriedAgain = isOneOf(error, codes) || isPassing(error);
        if (!isTriedAgain || waitedMs + pauseMs > timeoutMs) throw error;
      }
      await this.sleep(pauseMs);
    }
  }
}

/** Whether a call was refused with one of these codes. The provider takes a code that is a part of it for the code. */
export function isOneOf(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof CallRefused)) return false;
  return codes.some((code) => error.code === code || code.startsWith(error.code) || error.text.includes(code));
}

/** Whether the provider takes a refusal for "not there any more". */
export function isNotFound(error: unknown): boolean {
  return error instanceof CallRefused && (error.status === 404 || error.message.includes('NotFound'));
}

/** The refusals that every call is repeated after. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof CallRefused)) return false;
  return (
    error.status >= 500 ||
    error.code === 'ServiceUnavailable' ||
    error.code === 'Rejected.Throttling' ||
    error.code.includes('Throttling')
  );
}

/** What a look finds, or undefined where the provider takes the resource for gone. */
export async function unlessGone<Found>(look: () => Promise<Found>, codes: readonly string[] = []) {
  try {
    return await look();
  } catch (error) {
    if (isNotFound(error) || isOneOf(error, codes)) return undefined;
    throw error;
  }
}
