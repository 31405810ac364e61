import { parseJson } from '../operation/json.ts';
import { isSecret, masked } from '../requests/secrets.ts';
import type { Value } from '../store/statement.ts';
import { formatAddress } from '../vpc/vswitch/address-range.ts';
import type { ObservedTable } from './observed-tables.ts';
import type { ResourceEvent, Row } from './resource-event.ts';

type Members = Readonly<Record<string, unknown>>;

/** An event as the control API tells it. */
export interface EventView {
  /** By the modelled clock, ISO 8601. */
  readonly at: string;
  /** The request that made the change, or the delayed change that did; without either it was the operator. */
  readonly requestId?: string;
  readonly transition?: { readonly resourceType: string; readonly resourceId: string; readonly kind: string };
  readonly account: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly change: 'created' | 'modified' | 'deleted';
  /** The members that are different; not there where they are not known. */
  readonly from?: Members;
  readonly to?: Members;
}

export function eventView(event: ResourceEvent): EventView {
  const { of, atMs, origin, accountId, regionId, resourceId, change, before, after } = event;
  const [from, to] = differing(of, before, after);
  return {
    at: new Date(atMs).toISOString(),
    ...(origin === undefined
      ? {}
      : 'requestId' in origin
        ? { requestId: origin.requestId }
        : { transition: origin.transition }),
    account: accountId,
    region: regionId,
    resourceType: of.resourceType,
    resourceId,
    change,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function differing(
  of: ObservedTable,
  before: Row | undefined,
  after: Row | undefined,
): readonly [Members | undefined, Members | undefined] {
  const [one, other] = [before && shown(of, before), after && shown(of, after)];
  if (one === undefined || other === undefined) return [one, other];
  const names = Object.keys(other).filter((name) => !isSame(one[name], other[name]));
  return [pick(one, names), pick(other, names)];
}

function shown({ ignored = [], secret = [], ipv4 = [] }: ObservedTable, row: Row): Members {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !ignored.includes(name))
      .map(([name, value]): [string, unknown] => {
        if (secret.includes(name) || isSecret(name)) return [name, value === '' || value === null ? value : masked];
        return [name, ipv4.includes(name) && typeof value === 'number' ? formatAddress(value) : readable(value)];
      }),
  );
}

/** Settings that are kept as one text are shown member by member. */
function readable(value: Value): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  const parsed = parseJson(value);
  if (typeof parsed !== 'object' || parsed === null) return value;
  return Object.fromEntries(Object.entries(parsed).map(([name, one]) => [name, isSecret(name) ? masked : one]));
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function pick(members: Members, names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, members[name] ?? null]));
}
