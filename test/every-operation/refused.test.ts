import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcessAnswer, type InProcessServer, openInProcess } from '../support/in-process.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { flatten } from '../support/signed-client.ts';
import { dumpState } from './dump.ts';
import { callerOf, live, otherRegion, owner, stranger, type Turn } from './life.ts';
import { mutationsOf } from './mutations.ts';
import { fillIn, referencesIn } from './step.ts';
import { steps } from './steps/index.ts';
import { codesWithoutTable, tolerated } from './tolerated.ts';

interface Attempt {
  readonly name: string;
  readonly accessKeyId: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly readable: boolean;
}

const published: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = JSON.parse(
  readFileSync('docs/error-codes.json', 'utf8'),
);
const publishedCodes = new Set(Object.values(published).flatMap((table) => Object.values(table).flat()));
/** Codes that the gateway answers for any operation, and those of identities. */
const ofEveryOperation =
  /^(MissingParameter|InvalidParameter|InvalidRegionId\.NotFound|InvalidParamter|Forbidden\.RAM)/;
const absence = /Not_?Found|NotExist|Notfound|MissingParameter\.|NoSuch|^InvalidRegionId$/i;

let opened: Awaited<ReturnType<typeof openInProcess>>;
let server: InProcessServer;
const used = new Set<string>();

beforeAll(async () => {
  opened = await openInProcess(testDatabaseUrl());
  server = await opened.begin(1);
  await server.call(stranger, 'Sts', 'GetCallerIdentity', {});
  await server.call(owner, 'Sts', 'GetCallerIdentity', {});
});
afterAll(() => opened.close());

/** What is wrong about the call, whose it is not, and where it is not. */
function attemptsOf(turn: Turn): readonly Attempt[] {
  const { contract, operation, inOrder, kept, step } = turn;
  const caller = callerOf(turn);
  const filled = flatten(fillIn(inOrder, (name) => kept.get(name) ?? ''));
  const attempts: Attempt[] = mutationsOf(contract, operation, inOrder, kept).map((mutation) => ({
    ...mutation,
    accessKeyId: caller,
  }));
  if (referencesIn(step.parameters).length === 0) return attempts;
  attempts.push({ name: 'of another account', accessKeyId: stranger, parameters: filled, readable: true });
  if (filled.RegionId !== undefined) {
    const elsewhere = { ...filled, RegionId: otherRegion };
    attempts.push({ name: 'of another region', accessKeyId: caller, parameters: elsewhere, readable: true });
  }
  return attempts;
}

const forgiveness = (action: string, { name }: Attempt) =>
  tolerated.find((one) => one.action === action && name.startsWith(one.mutation));
const isCarriedOut = (action: string, attempt: Attempt) => forgiveness(action, attempt)?.isCarriedOut === true;

/** Says what is wrong about an answer to an attempt; undefined when it is as it should be. */
function fault(turn: Turn, attempt: Attempt, answer: InProcessAnswer): string | undefined {
  const { operation, step } = turn;
  const text = JSON.stringify(answer.body);
  if (answer.status === 200) {
    const forgiven = forgiveness(step.action, attempt);
    if (forgiven) {
      used.add(`${forgiven.action} ${forgiven.mutation}`);
      return undefined;
    }
    if (operation.changes || !attempt.readable) return `was not refused: ${text}`;
    const foreign = attempt.name.startsWith('of another') && leaks(turn, text);
    return foreign ? `tells what is not the caller's: ${text}` : undefined;
  }
  if (answer.status < 400 || answer.status > 499) return `answers ${answer.status}: ${text} ${String(answer.error)}`;
  const { Code: code = '', Message: message = '' } = answer.body;
  if (code === '' || message === '') return `does not say why: ${text}`;
  if (answer.status === 404 && !absence.test(code)) return `answers 404 for what is not absence: ${code}`;
  const hasTable = step.product === 'Ecs' && published[step.action] !== undefined;
  const documented = !hasTable || publishedCodes.has(code) || codesWithoutTable.has(code);
  return documented || ofEveryOperation.test(code) ? undefined : `answers ${code}, which is not documented`;
}

/** Whether an answer names a resource of the owner that the caller did not name himself. */
function leaks({ kept, step }: Turn, text: string): boolean {
  const named = new Set(referencesIn(step.parameters));
  return [...kept].some(([name, value]) => !named.has(name) && value.includes('-') && text.includes(`"${value}"`));
}

describe('every operation', () => {
  const faults: string[] = [];
  let attempted = 0;
  const shownAsXml = new Set<string>();

  it('refuses what is wrong, foreign or elsewhere, with a documented code, and changes nothing', async () => {
    const lived = live(server, steps, {
      async before(turn) {
        let state = await dumpState(server.store);
        for (const attempt of attemptsOf(turn)) {
          attempted += 1;
          const { product, action } = turn.step;
          const answer = await server.call(attempt.accessKeyId, product, action, attempt.parameters);
          const wrong = fault(turn, attempt, answer);
          if (wrong !== undefined) faults.push(`${action}, ${attempt.name}: ${wrong.slice(0, 300)}`);
          if (answer.status !== 200 && !shownAsXml.has(`${action} ${answer.code}`)) {
            shownAsXml.add(`${action} ${answer.code}`);
            const xml = await server.call(attempt.accessKeyId, product, action, attempt.parameters, 'XML');
            const told = { status: xml.status, code: xml.code, message: xml.body.Message };
            if (!isDeepStrictEqual(told, { status: answer.status, code: answer.code, message: answer.body.Message }))
              faults.push(`${action}, ${attempt.name}: answers something else in XML: ${JSON.stringify(xml.body)}`);
          }
          if (!turn.operation.changes) continue;
          const left = await dumpState(server.store);
          const changed = JSON.stringify(left) !== JSON.stringify(state);
          if (changed && !isCarriedOut(action, attempt)) faults.push(`${action}, ${attempt.name}: changed the state`);
          state = left;
        }
      },
    });
    await lived.catch((error) => faults.push(String(error)));
    expect(faults).toEqual([]);
    expect(attempted).toBeGreaterThan(1_000);
  }, 300_000);

  it('is tolerant only where that is written down', () => {
    expect(tolerated.filter(({ action, mutation }) => !used.has(`${action} ${mutation}`))).toEqual([]);
  });
});
