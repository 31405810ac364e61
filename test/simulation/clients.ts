import { ControlRefused } from '../../src/control/control-refused.ts';
import type { FixtureLevers } from '../../src/control/levers/fixtures.ts';
import type { HttpRequest } from '../../src/gateway/http-message.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import type { Draw } from '../crash/draw.ts';
import { checkInterfaces } from '../model/checks/interfaces.ts';
import { eniOf, isIdle } from '../model/commands/picked.ts';
import type { Model } from '../model/model.ts';
import { Disagreement, type ModelOperation, type Request } from '../model/operation.ts';
import type { Pick } from '../model/picks.ts';
import { kindByName } from '../model/play.ts';
import type { AccountName } from '../model/resources.ts';
import type { Drawn } from '../model/sequence.ts';
import { accessKeys, type World } from '../model/world.ts';
import { formHeaders, signedForm } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import type { Faults } from './faults.ts';
import type { Answer, Ledger } from './ledger.ts';
import type { Node } from './node.ts';
import type { Scheduler } from './scheduler.ts';

const thinkingMs = 400;
const retryPauseMs = 1_000;
const maxAttempts = 5;
const shortestTimeoutMs = 10;
const longestWaitMs = 5_000;
const signatureLifeMs = 15 * 60_000;

/** Everything that an account has; it is compared with the model as a whole. */
const describeAll: ModelOperation<object> = {
  product: 'Ecs',
  action: 'DescribeNetworkInterfaces',
  judge: () => [],
  apply: (_parameters, { model, caller }, answer) => checkInterfaces({ model, ask: async () => answer }, caller),
};

export interface ClientParts {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly draw: Draw;
  readonly ledger: Ledger;
  readonly nodes: readonly Node[];
  /** The time of everybody, in milliseconds. */
  readonly nowMs: () => number;
  readonly story: string[];
}

/** Clients of one life: each does one command after the other, and asks again where it got no answer. */
export class Clients {
  readonly #parts: ClientParts;
  readonly #past: Request[] = [];
  /** Kinds of delayed changes that somebody wants to go wrong: two wishes for one have no order. */
  readonly #wished = new Set<string>();
  /** Answers that nobody waits for any more. */
  readonly #unawaited: Promise<unknown>[] = [];
  #count = 0;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** Carries out what there is to do, with so many clients; resolves when everything is answered. */
  async work(commands: readonly (readonly Drawn[])[], clientCount: number, between: () => void): Promise<void> {
    const left = [...commands];
    const one = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        await this.#parts.scheduler.pause(thinkingMs, 'thinks');
        between();
        await this.#carryOut(next);
      }
    };
    await Promise.all(Array.from({ length: clientCount }, one));
    await Promise.all(this.#unawaited);
  }

  /** Reads everything that an account has, on this node. */
  async look(caller: AccountName, node: Node): Promise<void> {
    await this.#ask({ caller, operation: describeAll, parameters: readParameters }, node);
  }

  async #carryOut(alternatives: readonly Drawn[]): Promise<void> {
    const { ledger, nowMs, scheduler } = this.#parts;
    const world = ledger.drawingWorld(nowMs());
    world.past.push(...this.#past);
    const isReady = ({ kind, args }: Drawn) => kindByName.get(kind)!.isReady(args, world);
    const { kind, args } = alternatives.find(isReady) ?? alternatives[0]!;
    switch (kind) {
      case 'clock':
        return scheduler.sleep(Math.min(Number(args), longestWaitMs), 'waits');
      case 'description':
        return this.#call({ caller: 'owner', operation: describeAll, parameters: readParameters });
      case 'repeat': {
        const request = this.#past.at(-1 - Number(args));
        return request && this.#call(request);
      }
      case 'fault':
        return this.#wish(args as Wish);
      case 'operator':
        return this.#fix(args as Fixture, world);
      case 'together': {
        const { calls, twice } = args as { calls: readonly Drawn[]; twice: boolean };
        const requests = calls.map((one) => this.#requestOf(one, world));
        const all = twice ? [...requests.slice(0, 2), requests[0]!] : requests;
        await Promise.all(all.map((request) => this.#call(request)));
        return;
      }
      default:
        return this.#call(this.#requestOf({ kind, args }, world));
    }
  }

  #requestOf({ kind, args }: Drawn, world: World): Request {
    const request = kindByName.get(kind)!.requestOf!(args, world);
    this.#past.push(request);
    return request;
  }

  /** Has the next delayed change of a kind go wrong. */
  #wish({ change: [type, kind], outcome }: Wish): void {
    if (this.#wished.has(`${type}/${kind}`)) return;
    this.#wished.add(`${type}/${kind}`);
    this.#operate(
      `the next ${kind} of ${type}: ${outcome}`,
      (model) => model.faults.push({ type, kind, outcome }),
      (levers) => levers.failTransition({ resourceType: type, kind, outcome, count: 1 }),
    );
  }

  /** Sets what no public operation can. */
  #fix({ eni, managed, bonded }: Fixture, { model }: World): void {
    const id = eniOf(eni, model, 'owner', isIdle);
    const fixture = { serviceId: managed ? 4711 : null, slaveCount: bonded ? 1 : 0 };
    this.#operate(
      `operator: ${id} ${JSON.stringify(fixture)}`,
      (kept) => Object.assign(kept.enis.get(id) ?? {}, fixture),
      (levers) => levers.fixNetworkInterface(id, fixture),
    );
  }

  /** Moves a lever of a server. Whether it has moved is what the state says: nobody waits for the answer. */
  #operate(story: string, change: (model: Model) => void, move: (levers: FixtureLevers) => Promise<void>): void {
    const node = this.#anyNode();
    const { server } = node;
    if (server === undefined) return;
    this.#parts.story.push(story);
    server.store.announce(change);
    const failed = (error: unknown): void => {
      const isExpected = error instanceof StoreUnavailable || error instanceof ControlRefused;
      // What a process that is dead says is of no account.
      if (node.server === server && !isExpected) throw error;
    };
    this.#unawaited.push(move(server.levers).then(() => undefined, failed));
  }

  /** Sends a request until it is answered, to one server or another. */
  async #call(request: Request): Promise<void> {
    const { scheduler, draw } = this.#parts;
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const isAnswered = await this.#ask(request, this.#anyNode());
      // Without a token to tell it by, a client may just as well leave it at that.
      if (isAnswered || (request.parameters.ClientToken === undefined && draw(2) === 0)) return;
      await scheduler.pause(retryPauseMs, 'asks again');
    }
  }

  /** Whether there was an answer, and not only that there is none now. */
  async #ask(request: Request, node: Node): Promise<boolean> {
    const { faults, scheduler, draw } = this.#parts;
    const answered = this.#exchange(request, node);
    if (!faults.happens('client timeout')) return answered;
    this.#unawaited.push(answered);
    const timeout = scheduler.sleep(shortestTimeoutMs + draw(longestWaitMs), 'client timeout').then(() => false);
    return Promise.race([answered, timeout]);
  }

  async #exchange(request: Request, node: Node): Promise<boolean> {
    const { ledger, story, scheduler, faults, nowMs } = this.#parts;
    this.#count += 1;
    const sourceIp = `10.${this.#count >> 16}.${(this.#count >> 8) & 255}.${this.#count & 255}`;
    const sent = ledger.send(request, sourceIp);
    const line = story.push(`${request.caller} ${request.operation.action} ${JSON.stringify(request.parameters)}`) - 1;
    const signedAtMs = nowMs();
    const response = await node.send(this.#signed(request, sourceIp));
    const answer = response && answerOf(response.status, JSON.parse(response.body) as Body);
    story[line] += answer === undefined ? ' -> lost' : ` -> ${answer.status} ${answer.code ?? ''}`;
    scheduler.note(`${sourceIp} ${response?.status} ${response?.body}`);
    const isNone = answer === undefined || answer.status === 503;
    if (isNone && faults.kinds.size > 0) return false;
    if (isNone || answer.status >= 500) throw new Disagreement(`${request.operation.action} -> ${response?.body}`);
    // A day has passed meanwhile: to be signed anew.
    if (answer.code === 'InvalidTimeStamp.Expired' && nowMs() - signedAtMs > signatureLifeMs) return false;
    await ledger.judge(sent, answer);
    return true;
  }

  #signed({ caller, operation, parameters }: Request, remoteAddress: string): HttpRequest {
    const key = { accessKeyId: accessKeys[caller], accessKeySecret: 'localyun' };
    const form = signedForm(
      key,
      operation.product,
      operation.action,
      { RegionId: 'cn-hangzhou', ...parameters },
      {
        SignatureNonce: `${remoteAddress}-${this.#parts.draw(2 ** 30)}`,
        Timestamp: `${new Date(this.#parts.nowMs()).toISOString().slice(0, 19)}Z`,
      },
    );
    return {
      method: 'POST',
      path: '/',
      query: '',
      headers: formHeaders,
      body: Buffer.from(form),
      secure: false,
      remoteAddress,
    };
  }

  #anyNode(): Node {
    const { nodes, draw } = this.#parts;
    return nodes[draw(nodes.length)]!;
  }
}

const readParameters: Request['parameters'] & { readonly PageSize: number } = { PageSize: 1000 };

interface Fixture {
  readonly eni: Pick;
  readonly managed: boolean;
  readonly bonded: boolean;
}

interface Wish {
  readonly change: readonly [type: string, kind: string];
  readonly outcome: 'fail' | 'stick';
}

function answerOf(status: number, body: Body): Answer {
  return { status, code: status === 200 ? undefined : body.Code, body };
}
