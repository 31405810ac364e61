import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { Ipv4Parameters } from './requested-ipv4.ts';
import type { Ipv6Parameters } from './requested-ipv6.ts';

/** Most prefixes of one kind in one request. */
const maxPrefixes = 10;

/** A list of a request or the number of random ones in its stead. */
interface Choice {
  readonly listName: string;
  readonly list: readonly string[];
  readonly countName: string;
  readonly count: number | undefined;
}

/** Whether the IPv4 parameters of a creation or assignment go together (ENI-34, 40, 128). */
export function checkIpv4Parameters(parameters: Ipv4Parameters): Refusal | undefined {
  return checkChoices(
    {
      listName: 'PrivateIpAddress.N',
      list: parameters.PrivateIpAddress,
      countName: 'SecondaryPrivateIpAddressCount',
      count: parameters.SecondaryPrivateIpAddressCount,
    },
    {
      listName: 'Ipv4Prefix.N',
      list: parameters.Ipv4Prefix,
      countName: 'Ipv4PrefixCount',
      count: parameters.Ipv4PrefixCount,
    },
  );
}

/** Whether the IPv6 parameters of a creation or assignment go together. */
export function checkIpv6Parameters(parameters: Ipv6Parameters): Refusal | undefined {
  return checkChoices(
    {
      listName: 'Ipv6Address.N',
      list: parameters.Ipv6Address,
      countName: 'Ipv6AddressCount',
      count: parameters.Ipv6AddressCount,
    },
    {
      listName: 'Ipv6Prefix.N',
      list: parameters.Ipv6Prefix ?? [],
      countName: 'Ipv6PrefixCount',
      count: parameters.Ipv6PrefixCount,
    },
  );
}

/** Whether a list of a request is no longer than it may be. */
export function checkLength(list: readonly string[], name: string, limit: number): Refusal | undefined {
  if (list.length <= limit) return undefined;
  return refuse('InvalidParameter', { name, value: `${list.length} values, at most ${limit}` });
}

function checkChoices(addresses: Choice, prefixes: Choice): Refusal | undefined {
  return (
    checkChoice(addresses) ??
    checkChoice(prefixes) ??
    checkLength(prefixes.list, prefixes.listName, maxPrefixes) ??
    (prefixes.count === undefined || prefixes.count <= maxPrefixes
      ? undefined
      : refuse('InvalidParameter', { name: prefixes.countName, value: String(prefixes.count) })) ??
    notTogether(givenNameOf(addresses), givenNameOf(prefixes))
  );
}

function checkChoice({ listName, list, countName, count }: Choice): Refusal | undefined {
  if (count === undefined) return undefined;
  if (list.length > 0) return notTogether(listName, countName);
  return Number.isInteger(count) && count >= 1
    ? undefined
    : refuse('InvalidParameter', { name: countName, value: String(count) });
}

function givenNameOf({ listName, list, countName, count }: Choice): string | undefined {
  if (list.length > 0) return listName;
  return count === undefined ? undefined : countName;
}

function notTogether(first: string | undefined, second: string | undefined): Refusal | undefined {
  return first === undefined || second === undefined
    ? undefined
    : refuse('InvalidParameter.Conflict', { first, second });
}
