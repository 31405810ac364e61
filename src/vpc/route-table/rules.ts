import { text } from '../rules.ts';

/** At most 128 characters, no URL scheme in front. */
export const newRouteTableName = text(128, 'InvalidParameter.RouteTableName.Malformed');
export const newRouteTableDescription = text(256, 'InvalidParameter.Description.Malformed');
/** The same rules; the operation that changes them has codes of its own. */
export const changedRouteTableName = text(128, 'Abs.InvaliTableName.Malformed');
export const changedRouteTableDescription = text(256, 'InvalidDescription.Malformed');
