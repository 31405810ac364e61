import { fillIn, referencesIn, type Step, valueAt } from '../every-operation/step.ts';
import { call, send, type WireAnswer } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';

/** What answers have told so far, by name. */
export type Kept = Map<string, string>;

/** What a step was answered. */
export interface Answered {
  readonly product: Step['product'];
  readonly action: string;
  /** With every reference filled in. */
  readonly parameters: Step['parameters'];
  readonly body: Body;
}

const builtIn = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };

/** Carries out one step; undefined when the build does not know its operation, or did not know an earlier one. */
export async function carryOut(port: number, step: Step, kept: Kept): Promise<Answered | undefined> {
  const { product, action } = step;
  const late = step.late?.(kept) ?? {};
  if (referencesIn(step.parameters).some((name) => !kept.has(name))) return undefined;
  const parameters = {
    ...(product === 'Ecs' || product === 'Vpc' ? { RegionId: 'cn-hangzhou' } : {}),
    ...fillIn(step.parameters, (name) => kept.get(name) ?? ''),
    ...late,
  };
  const answer = await ask(port, product, action, parameters);
  const body = JSON.parse(answer.text) as Body;
  if (answer.status !== 200) {
    if (/^InvalidAction\.Not/.test(body.Code)) return undefined;
    throw new Error(`${action} ${JSON.stringify(parameters)}: ${answer.status} ${answer.text}`);
  }
  for (const [name, path] of Object.entries(step.keep ?? {})) kept.set(name, valueAt(body, path));
  return { product, action, parameters, body };
}

/** A call of the built-in account, or of another key. */
export function ask(
  port: number,
  product: Step['product'],
  action: string,
  parameters: Step['parameters'],
  key = builtIn,
): Promise<WireAnswer> {
  return call(port, key, product, action, parameters);
}

/** Moves the clock of a server on and has what is due applied. */
export async function advance(port: number, milliseconds: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const { status, text } = await send(
    port,
    'POST',
    '/_localyun/clock/advance',
    JSON.stringify({ milliseconds }),
    headers,
  );
  if (status !== 200) throw new Error(`the clock could not be moved: ${status} ${text}`);
}

export async function schemaVersionOf(port: number): Promise<number> {
  return Number(JSON.parse((await send(port, 'GET', '/_localyun/health')).text).schemaVersion);
}
