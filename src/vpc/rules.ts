import type { Rule } from '../operation/operation.ts';
import type { PagingLimits } from '../operation/paging.ts';
import type { Refusal } from '../operation/refusal.ts';
import { startsWithScheme } from '../operation/text.ts';
import { refuse } from './refusals.ts';

/** Lists of the VPC product have page numbers only: 10 rows a page unless asked otherwise, at most 50. */
export const vpcPaging: PagingLimits = { defaultPageSize: 10, maxPageSize: 50, minResults: 1, maxResults: 50 };

const maxListedIds = 20;

type TextRefusal =
  | 'Abs.InvaliTableName.Malformed'
  | 'InvalidDescription.Malformed'
  | 'InvalidParameter'
  | 'InvalidParameter.Description.Malformed'
  | 'InvalidParameter.RouteTableName.Malformed'
  | 'InvalidRouteEntryName.Malformed'
  | 'InvalidVRouterDiscription.Malformed'
  | 'InvalidVRouterName.Malformed'
  | 'InvalidVpcName.Malformed'
  | 'InvalidVpcDiscription.Malformed'
  | 'InvalidVSwitchName.Malformed'
  | 'InvalidVSwitchDiscription.Malformed';

/** A rule for names and descriptions: no longer than that, no URL scheme in front, no control characters. */
export function text(maxLength: number, refusal: TextRefusal): Rule<string> {
  return (value, name) =>
    value.length > maxLength || startsWithScheme(value) || /\p{Cc}/u.test(value)
      ? refuse(refusal, { name, value })
      : undefined;
}

/** At most 128 characters, no URL scheme in front, no control characters. Empty text, where it is kept, clears. */
export const vpcName = text(128, 'InvalidVpcName.Malformed');
export const vSwitchName = text(128, 'InvalidVSwitchName.Malformed');
/** At most 256 characters, otherwise like a name. */
export const vpcDescription = text(256, 'InvalidVpcDiscription.Malformed');
export const vSwitchDescription = text(256, 'InvalidVSwitchDiscription.Malformed');

/** The ids of a comma-separated list; at most 20. */
export function idsOf(
  list: string | undefined,
  refusal: 'InvalidVpcIdNumber.NotSupported' | 'InvalidVSwitchIdNumber.NotSupported',
): readonly string[] | undefined | Refusal {
  if (list === undefined) return undefined;
  const ids = list
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return ids.length > maxListedIds ? refuse(refusal, { count: ids.length, limit: maxListedIds }) : ids;
}
