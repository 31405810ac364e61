import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findInstances } from './instance.table.ts';
import type { Instance } from './instance.ts';
import { jsonList } from './json-list.ts';

type Scope = Pick<OperationContext, 'tx' | 'accountId' | 'regionId'>;

/** The account's instances of these ids in the region, each once and in their order; all of them have to be there. */
export async function namedInstances(
  { tx, accountId, regionId }: Scope,
  ids: readonly string[],
): Promise<readonly Instance[] | Refusal> {
  const found = new Map(
    (await findInstances(tx, accountId, regionId, ids)).map((instance) => [instance.instanceId, instance]),
  );
  const named: Instance[] = [];
  for (const id of new Set(ids)) {
    const instance = found.get(id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    named.push(instance);
  }
  return named;
}

/** The same from a JSON list of 1 to `limit` ids. */
export async function instancesInJson(
  scope: Scope,
  text: string,
  limit: number,
): Promise<readonly Instance[] | Refusal> {
  const ids = jsonList(text, limit);
  if (ids === undefined || ids === 'malformed' || ids.length === 0) {
    return refuse('InvalidInstanceIds.Malformed', { value: text, limit });
  }
  return namedInstances(scope, ids);
}
