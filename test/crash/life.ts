import { createRequire } from 'node:module';
import type PopCore from '@alicloud/pop-core';
import type { Draw } from './draw.ts';

const { RPCClient } = createRequire(import.meta.url)('@alicloud/pop-core') as { RPCClient: typeof PopCore };

/** What a network interface is known to be after the last answer about it. */
export interface Known {
  readonly name: string;
  readonly addressCount: number;
  readonly tag: string | undefined;
  readonly isDeleted: boolean;
}

/** A change that was asked for and not answered: it happened as a whole or not at all. */
export interface Unanswered {
  readonly before: Known;
  readonly after: Known;
}

/** A creation that was asked for and not answered; the same ClientToken gives the same interface ever after. */
export interface UnansweredCreation {
  readonly clientToken: string;
  readonly name: string;
}

/** Where a life takes place. */
export interface Place {
  readonly vSwitchId: string;
  readonly securityGroupId: string;
}

/** The answer was an error of the server, not the end of the connection. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const RegionId = 'cn-hangzhou';

/**
 * One client that makes, changes and deletes network interfaces of its own, one call after the other, and remembers
 * what it was told and what it was not.
 */
export class Life {
  readonly known = new Map<string, Known>();
  readonly unanswered = new Map<string, Unanswered>();
  unansweredCreation: UnansweredCreation | undefined;
  answers = 0;
  readonly #draw: Draw;
  readonly #label: string;
  readonly #mayBeAway: boolean;
  #made = 0;
  #changes = 0;

  /** @param mayBeAway whether the state may be away, so that ServiceUnavailable leaves it open what has happened */
  constructor(label: string, draw: Draw, mayBeAway = false) {
    this.#label = label;
    this.#draw = draw;
    this.#mayBeAway = mayBeAway;
  }

  /** Works until a call is not answered, or as long as wished. @throws Refused when the server refuses what is in order */
  async live(port: number, place: Place, goesOn = () => true): Promise<void> {
    const call = caller(port, { mayBeAway: this.#mayBeAway });
    while (goesOn() && (await this.#step(call, place)));
  }

  /** Settles what was left open by asking again: the creation by its token. */
  async resume(port: number, place: Place): Promise<void> {
    const open = this.unansweredCreation;
    const call = caller(port, { mayBeAway: this.#mayBeAway });
    if (open !== undefined) await this.#create(call, place, open);
  }

  async #step(call: Call, place: Place): Promise<boolean> {
    const living = [...this.known].filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id);
    const id = living[this.#draw(living.length)];
    if (id === undefined || living.length < 3 || (living.length < 12 && this.#draw(3) === 0)) {
      this.#made += 1;
      const creation = { clientToken: `${this.#label}-${this.#made}`, name: `${this.#label}-${this.#made}` };
      return this.#create(call, place, creation);
    }
    return this.#change(call, id, this.known.get(id) as Known);
  }

  async #create(call: Call, place: Place, creation: UnansweredCreation): Promise<boolean> {
    this.unansweredCreation = creation;
    const answer = await call('CreateNetworkInterface', {
      VSwitchId: place.vSwitchId,
      SecurityGroupId: place.securityGroupId,
      NetworkInterfaceName: creation.name,
      ClientToken: creation.clientToken,
    });
    if (answer === undefined) return false;
    this.unansweredCreation = undefined;
    this.answers += 1;
    const id = String(answer.NetworkInterfaceId);
    this.known.set(id, { name: creation.name, addressCount: 1, tag: undefined, isDeleted: false });
    return true;
  }

  async #change(call: Call, id: string, before: Known): Promise<boolean> {
    this.#changes += 1;
    const word = `${this.#label}-change-${this.#changes}`;
    const [action, parameters, after] = this.#drawChange(id, before, word);
    this.unanswered.set(id, { before, after });
    if ((await call(action, parameters)) === undefined) return false;
    this.unanswered.delete(id);
    this.known.set(id, after);
    this.answers += 1;
    return true;
  }

  #drawChange(id: string, before: Known, word: string): [string, Readonly<Record<string, unknown>>, Known] {
    const one = { NetworkInterfaceId: id };
    switch (this.#draw(4)) {
      case 0:
        return ['ModifyNetworkInterfaceAttribute', { ...one, NetworkInterfaceName: word }, { ...before, name: word }];
      case 1:
        if (before.addressCount < 10) {
          const after = { ...before, addressCount: before.addressCount + 2 };
          return ['AssignPrivateIpAddresses', { ...one, SecondaryPrivateIpAddressCount: 2 }, after];
        }
        return ['DeleteNetworkInterface', one, { ...before, isDeleted: true }];
      case 2: {
        const tagged = { ResourceType: 'eni', ResourceId: [id], Tag: [{ Key: 'change', Value: word }] };
        return ['TagResources', flat(tagged), { ...before, tag: word }];
      }
      default:
        return ['DeleteNetworkInterface', one, { ...before, isDeleted: true }];
    }
  }
}

type Call = (
  action: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>> | undefined>;

/** Calls with the official client; undefined when the connection ended without an answer, or the state is away. */
export function caller(port: number, { apiVersion = '2014-05-26', mayBeAway = false } = {}): Call {
  const client = new RPCClient({
    endpoint: `http://127.0.0.1:${port}`,
    apiVersion,
    accessKeyId: 'localyun',
    accessKeySecret: 'localyun',
    opts: { timeout: 20_000 },
  });
  return async (action, parameters) => {
    try {
      return await client.request(action, { RegionId, ...parameters }, { method: 'POST' });
    } catch (thrown) {
      const { code, message, data } = thrown as { code?: string; message: string; data?: object };
      if (data === undefined || (mayBeAway && code === 'ServiceUnavailable')) return undefined;
      throw new Refused(`${action} ${JSON.stringify(parameters)} was refused: ${code} ${message}`);
    }
  };
}

function flat(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      Array.isArray(value) && typeof value[0] === 'object'
        ? value.flatMap((item, index) =>
            Object.entries(item as object).map(([field, text]) => [`${name}.${index + 1}.${field}`, text]),
          )
        : [[name, value]],
    ),
  );
}
