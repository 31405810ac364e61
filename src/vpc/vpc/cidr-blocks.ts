import type { Rule } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type AddressRange, overlaps, parseCidr } from '../vswitch/address-range.ts';

/** What a VPC gets when the request names no block. */
export const defaultCidrBlock = '172.16.0.0/12';

const shortestMask = 8;
const longestMask = 28;
const maxUserCidrs = 3;
const shared = '100.64.0.0/10';
/** Blocks that no VPC may touch: shared addresses, loopback, link-local, multicast. */
const excludedBlocks = [shared, '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4'];

/**
 * The range of a VPC's CIDR block: private or any other addresses, strict notation, mask /8 to /28, clear of the
 * excluded blocks. `malformed` is the code for text that is no CIDR block; the operations differ in it.
 */
export function vpcRange(
  value: string,
  malformed: 'InvalidCidr' | 'InvalidCidrBlock.Malformed',
): AddressRange | Refusal {
  const range = parseCidr(value);
  if (range === undefined) return refuse(malformed, { value });
  const { prefixLength: mask } = range;
  if (mask < shortestMask || mask > longestMask) {
    return refuse('IllegalParam.CidrBlockMask', { mask, shortest: shortestMask, longest: longestMask });
  }
  const excluded = excludedBlocks.find((block) => touches(range, block));
  return excluded === undefined ? range : refuse('OperationDenied.CidrInExcludeCidrs', { value, excluded });
}

export const newVpcCidrBlock: Rule<string> = (value) => refusalIn(vpcRange(value, 'InvalidCidr'));

export const changedVpcCidrBlock: Rule<string> = (value) => refusalIn(vpcRange(value, 'InvalidCidrBlock.Malformed'));

/** A further block of a VPC; its mask has a code of its own. */
export const secondaryCidrBlock: Rule<string> = (value) => {
  const refusal = refusalIn(vpcRange(value, 'InvalidCidrBlock.Malformed'));
  return refusal?.code === 'IllegalParam.CidrBlockMask'
    ? refuse('IllegalParam.SecondaryCidrBlock', {
        value,
        reason: `its mask is not /${shortestMask} to /${longestMask}`,
      })
    : refusal;
};

/** Up to three strict CIDR blocks separated by commas, clear of the shared addresses 100.64.0.0/10. */
export const userCidrList: Rule<string> = (list) => {
  const blocks = list.split(',');
  if (blocks.length > maxUserCidrs) {
    return refuse('InvalidUserCidr.Quota', { count: blocks.length, limit: maxUserCidrs });
  }
  for (const value of blocks) {
    const range = parseCidr(value);
    if (range === undefined) return refuse('IllegalParam.UserCidr', { value });
    if (touches(range, shared)) return refuse('InvalidUserCidr.Malformed', { value });
  }
  return undefined;
};

function touches(range: AddressRange, block: string): boolean {
  const other = parseCidr(block);
  return other !== undefined && overlaps(range, other);
}

function refusalIn(value: AddressRange | Refusal): Refusal | undefined {
  return isRefusal(value) ? value : undefined;
}
