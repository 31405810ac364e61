import { text } from '../rules.ts';

/** At most 128 characters, no URL scheme in front. */
export const routeEntryName = text(128, 'InvalidRouteEntryName.Malformed');
/** At most 256 characters, otherwise like a name. */
export const routeEntryDescription = text(256, 'InvalidDescription.Malformed');
/** How many entries one batch can have. */
export const maxBatch = 50;
