import type { TestLocalyun } from '../../test/support/localyun.ts';
import { call, type Product, type WireAnswer } from '../../test/support/signed-client.ts';
import type { KeyPair } from '../../test/support/signed-request.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';
import { control } from '../requests/control.fixture.ts';

/** Who takes the steps of a diagnosis. */
export interface Actor {
  readonly localyun: TestLocalyun;
  /** For steps that need the key of the account itself. */
  readonly account: TestAccount;
  readonly key: KeyPair;
}

/** A diagnosis as it came over the wire. */
export type Diagnosed = Body & { readonly steps: readonly Body[] };

/** The diagnosis of the request that was answered so. */
export async function diagnosisOf(localyun: TestLocalyun, { text }: WireAnswer): Promise<Diagnosed> {
  const requestId = text.startsWith('{') ? JSON.parse(text).RequestId : /<RequestId>(.*)<\/RequestId>/.exec(text)?.[1];
  const { status, body } = await control(localyun, 'GET', `/requests/${requestId}/diagnosis`);
  if (status !== 200) throw new Error(`there is no diagnosis: ${JSON.stringify(body)}`);
  return body as Diagnosed;
}

/** Takes every step as it is written; answers what the last call was answered. */
export async function follow({ localyun, account, key }: Actor, { steps }: Diagnosed): Promise<WireAnswer | undefined> {
  let last: WireAnswer | undefined;
  const root = { accessKeyId: account.accessKeyId, accessKeySecret: 'localyun' };
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'call') {
      last = await call(
        localyun.port,
        step.as === 'root' ? root : key,
        step.product as Product,
        step.action,
        step.parameters,
      );
      if (last.status !== 200) throw new Error(`step ${index + 1}, ${step.action}, was refused: ${last.text}`);
    } else if (step.kind === 'wait') {
      await waitFor(localyun, account, step);
    } else if (step.kind === 'control') {
      const { status, body } = await control(localyun, step.method, step.path, step.body);
      if (status !== 200) throw new Error(`step ${index + 1}, ${step.path}, was refused: ${JSON.stringify(body)}`);
    }
  }
  return last;
}

const mostPolls = 20;

async function waitFor(localyun: TestLocalyun, account: TestAccount, step: Body): Promise<void> {
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const answer = await account.ok(step.product as Product, step.action, step.parameters);
    const found = findStatus(answer);
    if (step.until === 'gone' ? found === undefined : found === step.until) return;
    await localyun.advance(1_000);
  }
  throw new Error(`it did not come to what was waited for: ${JSON.stringify(step)}`);
}

/** The status of the only resource that is listed; undefined when none is. */
function findStatus(answer: Body): string | undefined {
  const status = /"Status":"(\w+)"/.exec(JSON.stringify(answer));
  return status?.[1];
}
