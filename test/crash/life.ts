import { createRequire } from 'node:module';
import type PopCore from '@alicloud/pop-core';
import type { Draw } from './draw.ts';

const { RPCClient } = createRequire(import.meta.url)('@alicloud/pop-core') as { RPCClient: typeof PopCore };

/** What a network interface is known to be after the last answer about it. */
export interface Known {
  readonly name: string;
  readonly addressCount: number;
  readonly groupCount: number;
  readonly tag: string | undefined;
  readonly isAttached: boolean;
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
  readonly otherSecurityGroupId: string;
  /** Each takes as many interfaces as there are lives for it. */
  readonly instanceIds: readonly string[];
}

/** The answer was an error of the server, not the end of the connection. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const RegionId = 'cn-hangzhou';

const fresh = { addressCount: 1, groupCount: 1, tag: undefined, isAttached: false, isDeleted: false };

type Change = readonly [action: string, parameters: Readonly<Record<string, unknown>>, after: Known];

/**
 * One client that makes, changes, attaches and deletes network interfaces of its own, one call after the other, and
 * remembers what it was told and what it was not.
 */
export class Life {
  readonly known = new Map<string, Known>();
  readonly unanswered = new Map<string, Unanswered>();
  unansweredCreation: UnansweredCreation | undefined;
  answers = 0;
  /** On their way to or from an instance. */
  readonly #moving = new Set<string>();
  readonly #draw: Draw;
  readonly #label: string;
  readonly #index: number;
  readonly #mayBeAway: boolean;
  #made = 0;
  #changes = 0;

  /**
   * @param label ends in its number among the lives
   * @param mayBeAway whether the state may be away, so that ServiceUnavailable leaves it open what has happened
   */
  constructor(label: string, draw: Draw, mayBeAway = false) {
    this.#label = label;
    this.#index = Number(/\d+$/.exec(label));
    this.#draw = draw;
    this.#mayBeAway = mayBeAway;
  }

  /**
   * Works until a call is not answered, or as long as wished; nothing of it may be on its way any more.
   * @throws Refused when the server refuses what is in order
   */
  async live(port: number, place: Place, goesOn = () => true): Promise<void> {
    this.#moving.clear();
    const call = caller(port, { mayBeAway: this.#mayBeAway });
    while (goesOn() && (await this.#step(call, place)));
  }

  /** How much was asked for and not answered. */
  get openCount(): number {
    return this.unanswered.size + (this.unansweredCreation === undefined ? 0 : 1);
  }

  /** Settles what was left open by asking again: the creation by its token. */
  async resume(port: number, place: Place): Promise<void> {
    const open = this.unansweredCreation;
    const call = caller(port, { mayBeAway: this.#mayBeAway });
    if (open !== undefined) await this.#create(call, place, open);
  }

  async #step(call: Call, place: Place): Promise<boolean> {
    const living = [...this.known].filter(([id, { isDeleted }]) => !isDeleted && !this.#moving.has(id));
    const [id, known] = living[this.#draw(living.length)] ?? [];
    if (id === undefined || known === undefined || living.length < 3 || (living.length < 12 && this.#draw(3) === 0)) {
      this.#made += 1;
      const creation = { clientToken: `${this.#label}-${this.#made}`, name: `${this.#label}-${this.#made}` };
      return this.#create(call, place, creation);
    }
    return this.#change(call, id, this.#drawChange(id, known, place));
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
    this.known.set(id, { name: creation.name, ...fresh });
    return true;
  }

  async #change(call: Call, id: string, [action, parameters, after]: Change): Promise<boolean> {
    const before = this.known.get(id) as Known;
    this.unanswered.set(id, { before, after });
    if (before.isAttached !== after.isAttached) this.#moving.add(id);
    if ((await call(action, parameters)) === undefined) return false;
    this.unanswered.delete(id);
    this.known.set(id, after);
    this.answers += 1;
    return true;
  }

  #drawChange(id: string, before: Known, place: Place): Change {
    this.#changes += 1;
    const word = `${this.#label}-change-${this.#changes}`;
    const one = { NetworkInterfaceId: id };
    switch (this.#draw(6)) {
      case 0:
        return ['ModifyNetworkInterfaceAttribute', { ...one, NetworkInterfaceName: word }, { ...before, name: word }];
      case 1:
        if (before.addressCount < 10) {
          const after = { ...before, addressCount: before.addressCount + 2 };
          return ['AssignPrivateIpAddresses', { ...one, SecondaryPrivateIpAddressCount: 2 }, after];
        }
        break;
      case 2: {
        const tagged = { ResourceType: 'eni', ResourceId: [id], Tag: [{ Key: 'change', Value: word }] };
        return ['TagResources', flat(tagged), { ...before, tag: word }];
      }
      case 3: {
        const groups = [place.securityGroupId, place.otherSecurityGroupId].slice(0, 3 - before.groupCount);
        const parameters = { ...one, ...flat({ SecurityGroupId: groups }) };
        return ['ModifyNetworkInterfaceAttribute', parameters, { ...before, groupCount: groups.length }];
      }
      case 4:
        if (!before.isAttached && this.#mayAttach()) return this.#attachment(id, before, place);
    }
    if (before.isAttached) return this.#attachment(id, before, place);
    return ['DeleteNetworkInterface', one, { ...before, isDeleted: true }];
  }

  /** Each has one interface on an instance at a time: more than that are perhaps too many for it. */
  #mayAttach(): boolean {
    const perhaps = [...this.unanswered.values()].map(({ after }) => after);
    return this.#moving.size === 0 && ![...this.known.values(), ...perhaps].some(({ isAttached }) => isAttached);
  }

  #attachment(id: string, before: Known, { instanceIds }: Place): Change {
    const InstanceId = instanceIds[this.#index % instanceIds.length];
    const action = before.isAttached ? 'DetachNetworkInterface' : 'AttachNetworkInterface';
    return [action, { NetworkInterfaceId: id, InstanceId }, { ...before, isAttached: !before.isAttached }];
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
      Array.isArray(value)
        ? value.flatMap((item, index) =>
            typeof item === 'object'
              ? Object.entries(item as object).map(([field, text]) => [`${name}.${index + 1}.${field}`, text])
              : [[`${name}.${index + 1}`, item]],
          )
        : [[name, value]],
    ),
  );
}
