import type { VpcCreateRouteEntriesParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findRouteTable } from '../route-table/route-table.table.ts';
import { codeInBatch } from './batch-codes.ts';
import { addRouteEntry, newRouteEntry } from './creation.ts';
import type { RouteEntry } from './route-entry.ts';
import { checkStable, type Routing, routingOf } from './routing.ts';
import { maxBatch, routeEntryDescription, routeEntryName } from './rules.ts';

type WantedEntry = VpcCreateRouteEntriesParameters['RouteEntries'][number];

/**
 * Adds up to 50 custom entries at once. Those that cannot be added are told one by one, the others are added; a call of
 * which every entry fails succeeds too.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/CreateRouteEntries
 */
export const createRouteEntries = operation('Vpc', 'CreateRouteEntries', {
  permits: ['routetable/{RouteEntries.RouteTableId}'],
  rules: {
    RouteEntries: ({ length: count }) =>
      count > maxBatch ? refuse('InvalidParameter.RouteEntries', { count, limit: maxBatch }) : undefined,
  },
  check: ({ RouteEntries }) => RouteEntries.map(checkForm).find((refusal) => refusal !== undefined),

  async execute({ RouteEntries: wanted, DryRun }, context) {
    const routings = new Map<string, Routing | Refusal>();
    const added: string[] = [];
    const failed: { DstCidrBlock: string; NextHop: string; FailedCode: string; FailedMessage: string }[] = [];
    for (const one of wanted) {
      const entry = await addOne(one, routings, context);
      if (!isRefusal(entry)) {
        added.push(entry.routeEntryId);
        if (DryRun !== true) await addRouteEntry(entry, context);
      } else if (DryRun === true) {
        return entry;
      } else {
        const { DstCidrBlock = '', NextHop = '' } = one;
        failed.push({ DstCidrBlock, NextHop, FailedCode: codeInBatch(entry), FailedMessage: entry.message });
      }
    }
    if (DryRun === true) return refuse('DryRunOperation');
    return {
      SuccessCount: added.length,
      FailedCount: failed.length,
      FailedRouteEntries: failed,
      RouteEntryIds: added,
    };
  },
});

function checkForm(
  { DstCidrBlock, NextHop, RouteTableId, Name, Description }: WantedEntry,
  index: number,
): Refusal | undefined {
  const nameOf = (field: string) => `RouteEntries.${index + 1}.${field}`;
  if (RouteTableId === undefined) return refuse('MissingParam.RouteTableId', { name: nameOf('RouteTableId') });
  if (DstCidrBlock === undefined) return refuse('MissingParameter', { name: nameOf('DstCidrBlock') });
  if (NextHop === undefined) return refuse('MissingParameter', { name: nameOf('NextHop') });
  return (
    (Name === undefined ? undefined : routeEntryName(Name, nameOf('Name'))) ??
    (Description === undefined ? undefined : routeEntryDescription(Description, nameOf('Description')))
  );
}

/** The next entry of the batch; entries of one batch do not stand in each other's way by being on their way. */
async function addOne(
  { RouteTableId: id = '', DstCidrBlock = '', NextHop = '', NextHopType = 'Instance', Name, Description }: WantedEntry,
  routings: Map<string, Routing | Refusal>,
  context: OperationContext,
): Promise<RouteEntry | Refusal> {
  const routing = routings.get(id) ?? (await stableRouting(id, context));
  routings.set(id, routing);
  if (isRefusal(routing)) return routing;
  const wanted = {
    destination: DstCidrBlock,
    destinationName: 'DstCidrBlock',
    nextHopType: NextHopType,
    nextHopId: NextHop,
    routeEntryName: Name,
    description: Description,
  } as const;
  const entry = await newRouteEntry(wanted, routing, context);
  if (!isRefusal(entry)) routings.set(id, { ...routing, entries: [...routing.entries, entry] });
  return entry;
}

async function stableRouting(id: string, { tx, accountId, regionId }: OperationContext): Promise<Routing | Refusal> {
  const routeTable = await findRouteTable(tx, accountId, regionId, id);
  if (routeTable === undefined) return refuse('InvalidRouteTableId.NotFound', { id });
  const routing = await routingOf(tx, routeTable);
  return checkStable(routing) ?? routing;
}
