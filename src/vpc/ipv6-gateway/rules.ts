import { text } from '../rules.ts';

/** At most 128 characters, no URL scheme in front. Empty text, where it is kept, clears. */
export const ipv6GatewayName = text(128, 'InvalidParameter');
/** At most 256 characters, otherwise like a name. */
export const ipv6GatewayDescription = text(256, 'InvalidParameter');
