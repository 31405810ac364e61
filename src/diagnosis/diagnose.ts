import type { ProductName } from '../contracts/contract.ts';
import { errorsNamed } from '../errors/error-catalogue.ts';
import { explain } from '../errors/explain.ts';
import { defaultRegionId } from '../operation/regions.ts';
import type { AnsweredRequest } from '../requests/answered-request.ts';
import { idsIn, type RefusalEvidence, withNeighbours } from '../requests/refusal/witness.ts';
import { parametersOf } from '../requests/request-view.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Refused } from './refused.ts';
import { ruleOf } from './rule.ts';
import { stepsOf } from './ways-out.ts';

const selectOwner = sql<{ accountId: string; userName: string }>(
  'SELECT account_id AS "accountId", user_name AS "userName" FROM access_key WHERE access_key_id = ?',
);

/**
 * Why a request was refused and what would make it succeed; undefined for one that was not refused.
 * @param tx reads the state of now, where the request was refused before its operation looked at any
 */
export async function diagnose(
  request: AnsweredRequest,
  tx: Transaction,
  nowMs: number,
): Promise<Diagnosis | undefined> {
  const { code, message } = request;
  if (code === undefined || message === undefined) return undefined;
  const parameters = parametersOf(request);
  const seen = request.refused?.evidence;
  const evidence = seen ?? (await evidenceOfNow(parameters, tx, nowMs));
  const refused: Refused = {
    request,
    code,
    message,
    parameters,
    evidence,
    keyOwner: request.accountId === undefined ? await tx.one(selectOwner, request.accessKeyId ?? '') : undefined,
    regionId: request.regionId ?? parameters.RegionId ?? defaultRegionId,
  };
  const rule = await ruleOf(refused, tx);
  const { cause, wayOut } = explanationOf(request.product, code);
  return {
    requestId: request.requestId,
    product: request.product,
    action: request.action,
    code,
    status: request.status,
    message,
    cause,
    wayOut,
    rule,
    parameters,
    state: { seen: seen === undefined ? 'now' : 'refusal', atMs: evidence.atMs, resources: evidence.resources },
    steps: stepsOf(refused, rule, wayOut),
  };
}

async function evidenceOfNow(
  parameters: Readonly<Record<string, string>>,
  tx: Transaction,
  nowMs: number,
): Promise<RefusalEvidence> {
  return { atMs: nowMs, resources: await withNeighbours(tx, idsIn(Object.values(parameters))), quota: undefined };
}

function explanationOf(product: string | undefined, code: string): { cause: string; wayOut: string } {
  const entries = errorsNamed(code);
  const entry =
    entries.find((one) => one.product === product) ?? entries.find((one) => one.product === 'any') ?? entries[0];
  if (entry !== undefined) return entry;
  const [cause, wayOut] = explain((product ?? 'any') as ProductName, code) ?? [
    'A fault that was set by the control API answers this code.',
    'DELETE /_localyun/faults takes the faults away.',
  ];
  return { cause, wayOut };
}
