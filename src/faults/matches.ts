import { callerArn } from '../operation/caller-arn.ts';
import type { Caller } from '../operation/context.ts';
import { parseJson } from '../operation/json.ts';
import type { FaultMatch } from './request-fault.ts';

/** What faults can tell requests apart by. */
export interface FaultableCall {
  readonly product: string;
  readonly action: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly caller: Caller;
  /** As they were sent, by wire name. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Whether a request is one of those that a fault is to meet. */
export function matches(fault: FaultMatch, call: FaultableCall): boolean {
  const { product, action, account, region, resource, identity } = fault;
  return (
    (product === undefined || product === call.product) &&
    (action === undefined || action === call.action) &&
    (account === undefined || account === call.accountId) &&
    (region === undefined || region === call.regionId) &&
    (identity === undefined || namesOf(call.caller).includes(identity)) &&
    (resource === undefined || names(call.parameters, resource))
  );
}

function namesOf(caller: Caller): readonly string[] {
  const { accessKeyId, userName, roleName } = caller;
  return [accessKeyId, userName, roleName, callerArn(caller)];
}

function names(parameters: ReadonlyMap<string, string>, id: string): boolean {
  for (const value of parameters.values()) {
    if (value === id || (value.includes(id) && listIn(value).includes(id))) return true;
  }
  return false;
}

/** Lists travel as JSON or with commas between their items. */
function listIn(value: string): readonly unknown[] {
  const list = value.trimStart().startsWith('[') ? parseJson(value) : undefined;
  return Array.isArray(list) ? list : value.split(',').map((item) => item.trim());
}
