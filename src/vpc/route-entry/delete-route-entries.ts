import type { VpcDeleteRouteEntriesParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { codeInBatch } from './batch-codes.ts';
import { beginDeletion } from './deletion.ts';
import { type EntryName, type EntryScope, namedEntry } from './named-entry.ts';
import type { RouteEntry } from './route-entry.ts';
import { checkStable } from './routing.ts';
import { maxBatch } from './rules.ts';

type NamedEntry = VpcDeleteRouteEntriesParameters['RouteEntries'][number];

/**
 * Starts the deletion of up to 50 custom entries at once. Those that cannot be deleted are told one by one, the others
 * are deleted.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DeleteRouteEntries
 */
export const deleteRouteEntries = operation('Vpc', 'DeleteRouteEntries', {
  permits: ['routetable/{RouteEntries.RouteTableId}'],
  rules: {
    RouteEntries: ({ length: count }) =>
      count > maxBatch ? refuse('InvalidParameter.RouteEntries', { count, limit: maxBatch }) : undefined,
  },
  check: ({ RouteEntries }) =>
    RouteEntries.length === 0
      ? refuse('MissingParameter', { name: 'RouteEntries' })
      : RouteEntries.map(checkForm).find((refusal) => refusal !== undefined),

  async execute({ RouteEntries: named, DryRun }, context) {
    // All are looked up before any is on its way, which would stand in the way of the others.
    const found: (RouteEntry | Refusal)[] = [];
    for (const one of named) found.push(await deletable(one, context));
    const refused = found.find(isRefusal);
    if (DryRun === true) return refused ?? refuse('DryRunOperation');
    for (const entry of found) if (!isRefusal(entry)) await beginDeletion(entry, context);
    const failed = found.flatMap((refusal, index) => (isRefusal(refusal) ? [told(refusal, named[index])] : []));
    return {
      SuccessCount: found.length - failed.length,
      FailedCount: failed.length,
      FailedRouteEntries: failed,
    };
  },
});

function checkForm({ RouteTableId, RouteEntryId, DstCidrBlock, NextHop }: NamedEntry, index: number) {
  const missing = (field: string) => ({ name: `RouteEntries.${index + 1}.${field}` });
  if (RouteTableId === undefined) return refuse('MissingParam.RouteTableId', missing('RouteTableId'));
  if (RouteEntryId !== undefined) return undefined;
  if (DstCidrBlock === undefined) return refuse('MissingParameter', missing('DstCidrBlock'));
  return NextHop === undefined ? refuse('MissingParameter', missing('NextHop')) : undefined;
}

async function deletable(
  { RouteTableId, RouteEntryId, DstCidrBlock, NextHop }: NamedEntry,
  scope: EntryScope,
): Promise<RouteEntry | Refusal> {
  const name: EntryName = {
    routeEntryId: RouteEntryId,
    routeTableId: RouteTableId,
    destination: DstCidrBlock,
    destinationName: 'DstCidrBlock',
    nextHopId: NextHop,
  };
  const found = await namedEntry(name, scope);
  if (isRefusal(found)) return found;
  const { entry, routing } = found;
  const isInTable = RouteTableId === entry.routeTableId;
  if (!isInTable) return refuse('InvalidRouteEntryId.NotFound', { id: entry.routeEntryId });
  return checkStable(routing) ?? entry;
}

function told(refusal: Refusal, { RouteEntryId = '', DstCidrBlock = '', NextHop = '' }: NamedEntry = {}) {
  return {
    RouteEntryId,
    DstCidrBlock,
    NextHop,
    FailedCode: codeInBatch(refusal),
    FailedMessage: refusal.message,
  };
}
