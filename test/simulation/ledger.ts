import { findContract } from '../../src/contracts/load.ts';
import { renderSuccess } from '../../src/gateway/protocol/render.ts';
import type { ResponseFields } from '../../src/gateway/protocol/response-shape.ts';
import type { Model } from '../model/model.ts';
import { agree, claim, Disagreement, type Request } from '../model/operation.ts';
import { advance } from '../model/time.ts';
import { World } from '../model/world.ts';
import { versions } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import type { Attempt, History } from './history.ts';
import type { Onlooker } from './onlooker.ts';

/** One request, as it was sent. */
export interface Sent {
  readonly request: Request;
  /** Stands for it, in what the servers see of it. */
  readonly sourceIp: string;
  /** How many changes were kept when it was sent. */
  readonly position: number;
}

/** What somebody was answered. */
export interface Answer {
  readonly status: number;
  /** Of a refusal. */
  readonly code: string | undefined;
  readonly body: Body;
}

export interface LedgerParts {
  readonly history: History;
  readonly onlooker: Onlooker;
  /** What life begins with. */
  readonly model: Model;
  readonly tally: Map<string, number>;
  /** Whether there are times when the state can be read and not written: then it is read as it was. */
  readonly isUnwritableAtTimes: boolean;
}

/**
 * The order of all changes that were kept, and the model after each of them: whatever a server has answered must be
 * true at one place in this order, after everything that was kept before it was asked.
 */
export class Ledger {
  readonly #history: History;
  readonly #tally: Map<string, number>;
  readonly #isUnwritableAtTimes: boolean;
  #onlooker: Onlooker;
  #world: World;
  /** After so many changes. */
  #models: Model[];
  #kept: Attempt[] = [];
  readonly #sent = new Map<string, Sent>();
  /** Changes that somebody was told of, or has seen. */
  #acknowledged = 0;

  constructor({ history, onlooker, model, tally, isUnwritableAtTimes }: LedgerParts) {
    this.#history = history;
    this.#tally = tally;
    this.#isUnwritableAtTimes = isUnwritableAtTimes;
    this.#onlooker = onlooker;
    this.#world = new World(onlooker.server, model, tally);
    this.#models = [structuredClone(model)];
  }

  get position(): number {
    return this.#kept.length;
  }

  /** After everything that was kept so far. */
  get model(): Model {
    return this.#models.at(-1)!;
  }

  /** Who looks at the state beside the servers. */
  get onlooker(): Onlooker {
    return this.#onlooker;
  }

  /** A copy of the newest model, to draw the next call from, and whom to ask. */
  drawingWorld(nowMs: number): World {
    const model = structuredClone(this.model);
    return new World({ ...this.#onlooker.server, nowMs: () => nowMs }, model, this.#tally);
  }

  /** The same at its end, with what is to be asked about the state itself. */
  get world(): World {
    return new World(this.#onlooker.server, this.model, this.#tally);
  }

  send(request: Request, sourceIp: string): Sent {
    const sent = { request, sourceIp, position: this.position };
    this.#sent.set(sourceIp, sent);
    return sent;
  }

  /** Has the model follow what was committed since. @throws Disagreement */
  async follow(): Promise<void> {
    for (const number of this.#onlooker.marksAfter(this.position)) {
      const attempt = this.#history.attemptOf(number);
      const model = structuredClone(this.model);
      try {
        await this.#apply(attempt, model);
      } catch (error) {
        const what = this.#sent.get(attempt.sourceIp ?? '')?.request;
        if (!(error instanceof Disagreement)) throw error;
        throw new Disagreement(`change ${this.position + 1}, ${what ? textOf(what) : 'by itself'}: ${error.message}`);
      }
      this.#kept.push(attempt);
      this.#models.push(model);
    }
  }

  /** The process died: of what was committed, the state that is found now has kept the beginning. */
  recovered(onlooker: Onlooker): void {
    const marks = onlooker.marksAfter(0);
    const known = Math.min(marks.length, this.#kept.length);
    const foreign = marks
      .slice(0, known)
      .findIndex((mark, index) => this.#history.attemptOf(mark) !== this.#kept[index]);
    claim(foreign === -1, () => `change ${foreign + 1} that was found after a crash is another than before it`);
    claim(
      marks.length >= this.#acknowledged,
      () => `${this.#acknowledged} changes were answered for or seen, after a crash there are ${marks.length}`,
    );
    this.#kept = this.#kept.slice(0, known);
    this.#models = this.#models.slice(0, known + 1);
    this.#onlooker = onlooker;
    this.#world = new World(onlooker.server, this.model, this.#tally);
  }

  /** @throws Disagreement where the answer is true at no place */
  async judge(sent: Sent, answer: Answer): Promise<void> {
    const { request, sourceIp } = sent;
    const { operation } = request;
    const counted = answer.code === undefined ? operation.action : `${operation.action} ${answer.code}`;
    this.#tally.set(counted, (this.#tally.get(counted) ?? 0) + 1);
    const place = this.#kept.findLastIndex((attempt) => attempt.sourceIp === sourceIp);
    try {
      if (place !== -1) this.#judgeChange(place, answer);
      else await this.#judgeSeen(sent, answer);
    } catch (error) {
      if (!(error instanceof Disagreement)) throw error;
      throw new Disagreement(`${textOf(request)} -> ${answer.status} ${answer.code ?? ''}: ${error.message}`);
    }
  }

  /** The request has changed something. */
  #judgeChange(index: number, { code, body }: Answer): void {
    claim(code === undefined, () => `it was refused, and yet it is change ${index + 1}`);
    const attempt = this.#kept[index]!;
    const { RequestId: _, ...shown } = body;
    agree('the answer', shown, this.#bodyOf(attempt));
    this.#acknowledge(index + 1);
  }

  /** The request has changed nothing: it was refused, or read something, or repeats an answer. */
  async #judgeSeen(sent: Sent, answer: Answer): Promise<void> {
    const { request } = sent;
    const place = this.#history.placeOf(sent.sourceIp);
    if (place !== undefined) {
      claim(
        place.position >= sent.position,
        () => `it has seen ${place.position} changes, ${sent.position} were kept before it was sent`,
      );
      this.#acknowledge(place.position);
    }
    const isExact = place !== undefined && request.parameters.ClientToken === undefined;
    const first = isExact ? place.position : sent.position;
    const last = isExact ? place.position : this.position;
    let disagreement: unknown;
    for (let position = last; position >= first; position -= 1) {
      const model = this.#models[position];
      claim(model !== undefined, () => `it has seen ${position} changes, and there are ${this.position}`);
      try {
        await this.#judgeAt(model!, sent, answer, place?.nowMs);
        return;
      } catch (error) {
        if (!(error instanceof Disagreement)) throw error;
        disagreement ??= error;
      }
    }
    throw disagreement;
  }

  async #judgeAt(kept: Model, sent: Sent, answer: Answer, nowMs: number | undefined): Promise<void> {
    const { request } = sent;
    const model = structuredClone(kept);
    const isRead = /^(Describe|List)/.test(request.operation.action);
    if (nowMs !== undefined) {
      if (!isRead || !this.#isUnwritableAtTimes) this.#claimSettled(sent, model, nowMs);
      model.nowMs = nowMs;
    }
    if (answer.code === undefined && !isRead) {
      const { repeated } = this.#world.judge(model, request);
      claim(repeated !== undefined, () => 'it was accepted, has changed nothing, and repeats nothing');
    }
    await this.#world.follow(model, request, answer);
  }

  async #apply(attempt: Attempt, model: Model): Promise<void> {
    const { sourceIp, nowMs, settledUntilMs, forgottenUntilMs, change } = attempt;
    if (settledUntilMs !== undefined) advance(model, settledUntilMs);
    if (forgottenUntilMs !== undefined) {
      for (const [key, { expiresAtMs }] of model.tokens) if (expiresAtMs <= forgottenUntilMs) model.tokens.delete(key);
    }
    change?.(model);
    if (sourceIp === undefined) return;
    const sent = this.#sent.get(sourceIp)!;
    claim(!this.#kept.some((other) => other.sourceIp === sourceIp), () => 'it was carried out twice');
    this.#claimSettled(sent, model, nowMs);
    model.nowMs = nowMs;
    const { repeated } = this.#world.judge(model, sent.request);
    claim(repeated === undefined, () => 'it was carried out again under the same ClientToken');
    await this.#world.follow(model, sent.request, { code: undefined, body: this.#bodyOf(attempt) });
  }

  /** What was due already when the request was sent, has happened before it. */
  #claimSettled({ position }: Sent, model: Model, nowMs: number): void {
    const known = this.#models[position]?.transitions;
    for (const [key, { kind, dueMs }] of model.transitions) {
      const before = known?.get(key);
      const wasDue = dueMs <= nowMs && before?.kind === kind && before.dueMs === dueMs;
      claim(!wasDue, () => `${key} had to ${kind} ${nowMs - dueMs} ms before`);
    }
  }

  #bodyOf({ answer, sourceIp }: Attempt): Body {
    const { product, action } = this.#sent.get(sourceIp ?? '')!.request.operation;
    const contract = findContract(versions[product], action)!;
    const text = renderSuccess('json', contract.response, action, '', answer as ResponseFields);
    const { RequestId: _, ...body } = JSON.parse(text) as Body;
    return body;
  }

  #acknowledge(position: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, position);
  }
}

function textOf({ caller, operation, parameters }: Request): string {
  return `${caller} ${operation.action} ${JSON.stringify(parameters)}`;
}
