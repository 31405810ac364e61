import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

/** There are no pools of addresses to take blocks from. */
export const noIpam: Rule<string> = (value, name) => refuse('UnsupportedFeature.Ipam', { name, value });

/** The mask of a block that a pool is to choose. */
export const maskOfPool: Rule<number> = (value, name) => refuse('IllegalParam.IpamPool', { name, value });
