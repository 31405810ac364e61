import { randomUUID } from 'node:crypto';
import { builtInKey } from '../../access/account.ts';
import { controlPrefix } from '../../control/prefix.ts';
import { signV1, stringToSignV1 } from '../../gateway/protocol/signature-v1.ts';
import { isLoopback } from '../../gateway/web-pages.ts';
import type { Place } from '../configuration.ts';
import { type Finding, ok, problem, warning } from './finding.ts';
import { ask, type FoundThere, jsonOf, type Target } from './server-at.ts';

/** What a signed request's time may be off by, and what is worth a word. */
const refusedSkewMs = 15 * 60_000;
const noticedSkewMs = 60_000;

type Running = Extract<FoundThere, { kind: 'localyun' }>;

/** What the running server says when it is used. */
export async function checkServer(target: Target, there: Running, place: Place): Promise<readonly Finding[]> {
  return [checkEngine(there, place), checkClock(there), await checkControl(target), await checkSignature(target)];
}

function checkEngine({ engine }: Running, place: Place): Finding {
  const wanted = place === 'databaseUrl' ? 'postgresql' : 'sqlite';
  if (engine === wanted) return ok('state', `the server keeps its state in ${engine}`);
  return warning(
    'state',
    `the server keeps its state in ${engine}, but the configuration says ${wanted}`,
    'start the server again, or call this with the flags that it was started with',
  );
}

function checkClock({ answer }: Running): Finding {
  const serverMs = Date.parse(answer.headers.date ?? '');
  if (Number.isNaN(serverMs)) return warning('clock', 'the server does not say what time it is', 'look at its version');
  const skewMs = Math.abs(serverMs - answer.atMs);
  const says = `the clocks here and at the server differ by ${Math.round(skewMs / 1000)} s`;
  const todo = 'set the clocks of both machines by a time server';
  if (skewMs >= refusedSkewMs) return problem('clock', `${says}: every signed call is refused`, todo);
  if (skewMs >= noticedSkewMs) return warning('clock', `${says}; from 900 s on calls are refused`, todo);
  return ok('clock', 'the clocks here and at the server agree');
}

async function checkControl(target: Target): Promise<Finding> {
  const { status, text } = await ask(target, 'GET', `${controlPrefix}/clock`);
  if (status === 200) return ok('control', 'the control API answers');
  const { error } = jsonOf(text);
  return warning(
    'control',
    `the control API answers ${status}: ${typeof error === 'string' ? error : text}`,
    'start the server with --control-token, and call this with the same one',
  );
}

/** What will become of the control API of a server that does not run yet. */
export function checkPlannedControl(host: string, token: string | undefined): readonly Finding[] {
  if (isLoopback(host) || token !== undefined) return [];
  const says = `a server that listens on ${host} keeps its control API closed, except for health`;
  return [warning('control', says, 'give it a --control-token')];
}

/** A round trip with the key that every server has, and one that must not get through. */
async function checkSignature(target: Target): Promise<Finding> {
  const right = await describeRegions(target, builtInKey);
  const { Code: code, Message: message } = jsonOf(right.text);
  if (right.status !== 200) {
    return problem(
      'signature',
      `DescribeRegions with the key ${builtInKey} is refused: ${right.status} ${code}: ${message}`,
      'where the clocks agree, see what the seed file says of this key; POST /_localyun/reset forgets it',
    );
  }
  const wrong = await describeRegions(target, `not-${builtInKey}`);
  if (wrong.status === 200) return ok('signature', 'signatures are not checked (--auth off)');
  return ok('signature', `DescribeRegions signed with the key ${builtInKey} is answered`);
}

function describeRegions(target: Target, secret: string) {
  const parameters = new Map([
    ['Action', 'DescribeRegions'],
    ['Version', '2014-05-26'],
    ['Format', 'JSON'],
    ['AccessKeyId', builtInKey],
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureVersion', '1.0'],
    ['SignatureNonce', randomUUID()],
    ['Timestamp', `${new Date().toISOString().slice(0, 19)}Z`],
  ]);
  const signature = signV1(stringToSignV1('POST', parameters), secret, 'HMAC-SHA1');
  return ask(target, 'POST', '/', new URLSearchParams([...parameters, ['Signature', signature]]).toString());
}
