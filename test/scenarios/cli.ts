import type { TestLocalyun } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { type Caller, type Rhythm, ScenarioClient } from './driver.ts';
import { acs3, sdkV1Common } from './wire.ts';

/** How often `--waiter` looks: every 5 seconds for 3 minutes, the first time at once. */
const waiterRhythm: Rhythm = [0, ...new Array<number>(36).fill(5_000)];

/** A script made of calls, by a way of making them. */
export interface Script {
  readonly client: ScenarioClient;
  /** `--waiter`: makes a call again and again until the text of a field is the wanted one. */
  waitFor(action: string, parameters: object, expression: (body: Body) => unknown, to: string): Promise<Body>;
}

/** The ways of making calls that scripts are written with. */
export const scriptKinds = {
  'the aliyun CLI': sdkV1Common,
  'an SDK of the second generation': acs3,
} as const;

export function startScript(localyun: TestLocalyun, caller: Caller, kind: keyof typeof scriptKinds): Script {
  const client = new ScenarioClient(localyun, caller, scriptKinds[kind]);
  return {
    client,
    waitFor: (action, parameters, expression, to) =>
      client.until(
        () => client.ok('Ecs', action, parameters as Record<string, unknown>),
        (body) => String(expression(body)) === to,
        waiterRhythm,
      ),
  };
}
