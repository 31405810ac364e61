import type { TestLocalyun } from '../../test/support/localyun.ts';
import { send } from '../../test/support/signed-client.ts';
import type { Body } from '../../test/support/test-account.ts';

/** Calls the control API of a server. */
export async function control(
  localyun: TestLocalyun,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: Body }> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const answer = await send(localyun.port, method, `/_localyun${path}`, text);
  return { status: answer.status, body: JSON.parse(answer.text) };
}
