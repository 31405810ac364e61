import type { Call } from '../../engine/call.ts';
import type { EngineObserver } from '../../engine/observer.ts';
import type { QuotaName } from '../../operation/context.ts';
import { quotaDefaults, quotas } from '../../operation/quotas.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { copyOf } from '../kept-text.ts';
import { resourceIdsIn } from '../resource-ids.ts';
import { resourceKinds } from './resource-kinds.ts';
import { type ResourceState, readResources } from './resource-state.ts';

/** How far a quota was used. */
export interface QuotaState {
  readonly name: QuotaName;
  readonly regionId: string;
  readonly limit: number;
  /** Undefined for quotas of something else than an account in a region, of which no count is kept. */
  readonly used: number | undefined;
}

/** What a call that was refused had to do with, as it was at that moment. */
export interface RefusalEvidence {
  /** By the modelled clock. */
  readonly atMs: number;
  readonly resources: readonly ResourceState[];
  readonly quota: QuotaState | undefined;
}

/** More ids of one call are not looked at. */
const mostIds = 20;
/** What nobody takes is not kept for ever. */
const mostKept = 1_000;

const selectUsed = sql<{ used: number }>(
  'SELECT used FROM quota_usage WHERE account_id = ? AND region_id = ? AND quota_name = ?',
);

/** Looks at the state of what refused calls name, and keeps it until somebody asks. */
export class RefusalWitness implements EngineObserver {
  readonly #evidence = new Map<string, RefusalEvidence>();

  async refused(call: Call, refusal: Refusal, { tx, nowMs }: { tx: Transaction; nowMs: number }): Promise<void> {
    const ids = idsIn(textsIn(call.parameters));
    if (this.#evidence.size >= mostKept) this.#evidence.clear();
    this.#evidence.set(call.requestId, {
      atMs: nowMs,
      resources: await withNeighbours(tx, ids),
      quota: await readQuota(tx, call, refusal),
    });
  }

  /** What was seen of a request; it is not kept any longer. */
  take(requestId: string): RefusalEvidence | undefined {
    const evidence = this.#evidence.get(requestId);
    this.#evidence.delete(requestId);
    return evidence;
  }
}

/** The resources of the ids, and those that they are attached to or a member of. */
export async function withNeighbours(tx: Transaction, ids: readonly string[]): Promise<readonly ResourceState[]> {
  const named = await readResources(tx, ids);
  const neighbours = named.flatMap(({ members: { instanceId, trunkNetworkInterfaceId } }) =>
    [instanceId, trunkNetworkInterfaceId].filter((id): id is string => typeof id === 'string' && !ids.includes(id)),
  );
  return [...named, ...(await readResources(tx, [...new Set(neighbours)].slice(0, mostIds)))];
}

async function readQuota(tx: Transaction, call: Call, { code }: Refusal): Promise<QuotaState | undefined> {
  const name = quotaOf(`${call.operation.product} ${call.operation.action}`, code);
  if (name === undefined) return undefined;
  const { account, regionId } = call;
  const limit = account.quotas.get(`${regionId}/${name}`) ?? account.quotas.get(`/${name}`) ?? quotaDefaults[name];
  return {
    name,
    regionId: copyOf(regionId),
    limit,
    used: (await tx.one(selectUsed, account.accountId, regionId, name))?.used,
  };
}

/** The quota that an operation refuses with a code for. */
function quotaOf(operation: string, code: string): QuotaName | undefined {
  const all: Readonly<Record<string, { readonly heldBy: Readonly<Record<string, string>> }>> = quotas;
  const names = Object.keys(quotas) as QuotaName[];
  return names.find((name) => all[name]?.heldBy[operation] === code);
}

const idForm = /^[\w-]{3,80}$/;

/** The ids among some texts, whether or not one was ever made. */
export function idsIn(texts: readonly string[]): readonly string[] {
  const ids = texts.flatMap((text) =>
    idForm.test(text) && resourceKinds.some(({ idPrefix }) => text.startsWith(idPrefix))
      ? [text]
      : resourceIdsIn([text]),
  );
  // Copies, since what is seen is kept for longer than the request.
  return [...new Set(ids)].slice(0, mostIds).map(copyOf);
}

/** Every text in the parameters of a call, wherever it stands. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
