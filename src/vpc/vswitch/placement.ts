import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type AddressRange, contains, formatAddress, overlaps, parseCidr } from './address-range.ts';
import type { VSwitchRange } from './v-switch.table.ts';

const shortestMask = 16;
const longestMask = 29;

/** Where a vSwitch is to be: a block of its own, or any free block of a size. */
export interface Wanted {
  readonly cidrBlock?: string | undefined;
  readonly mask?: number | undefined;
}

/** The VPC a vSwitch is placed in. */
export interface Surroundings {
  readonly vpcId: string;
  /** Its first block, and then the secondary ones. */
  readonly vpcCidrBlocks: readonly string[];
  /** The vSwitches that are there, in the order of their addresses. */
  readonly taken: readonly VSwitchRange[];
}

/** A block with its text. */
export interface Placed extends AddressRange {
  readonly cidrBlock: string;
}

/** Whether a request says well enough where the vSwitch is to be; what the VPC has to say comes later. */
export function checkWanted({ cidrBlock, mask }: Wanted): Refusal | undefined {
  if (cidrBlock === undefined) return mask === undefined ? refuse('MissingParam.CidrOrCidrMask') : checkMask(mask);
  const range = parseCidr(cidrBlock);
  if (range === undefined) return refuse('InvalidCidrBlock.Malformed', { value: cidrBlock });
  if (mask !== undefined && mask !== range.prefixLength) {
    return refuse('IllegalParam.CidrMask', { mask, value: cidrBlock });
  }
  return checkMask(range.prefixLength);
}

/**
 * The block of a new vSwitch: as asked for, inside one of the VPC's blocks and clear of its other vSwitches; else the
 * first free one.
 */
export function place({ cidrBlock, mask }: Wanted, surroundings: Surroundings): Placed | Refusal {
  const { vpcId, vpcCidrBlocks, taken } = surroundings;
  const blocks = vpcCidrBlocks.map((block) => parseCidr(block)).filter((block) => block !== undefined);
  if (blocks.length === 0) throw new Error(`the CIDR blocks of VPC ${vpcId} are ${vpcCidrBlocks.join(', ')}`);
  if (cidrBlock === undefined) return firstFree(mask ?? longestMask, blocks, surroundings);
  const range = parseCidr(cidrBlock);
  if (range === undefined) return refuse('InvalidCidrBlock.Malformed', { value: cidrBlock });
  if (!blocks.some((block) => contains(block, range))) {
    return refuse('CidrOutsideVpc', { value: cidrBlock, cidrBlock: vpcCidrBlocks.join('", "') });
  }
  const inTheWay = taken.find((other) => overlaps(range, other));
  if (inTheWay !== undefined) return refuse('InvalidCidrBlock.Overlapped', { ...inTheWay, value: cidrBlock });
  return { first: range.first, last: range.last, cidrBlock };
}

function firstFree(mask: number, blocks: readonly AddressRange[], { vpcId, taken }: Surroundings): Placed | Refusal {
  const size = 2 ** (32 - mask);
  for (const block of blocks) {
    for (let first = block.first; first + size - 1 <= block.last; ) {
      const range = { first, last: first + size - 1 };
      const inTheWay = taken.find((other) => overlaps(range, other));
      if (inTheWay === undefined) return { ...range, cidrBlock: `${formatAddress(first)}/${mask}` };
      first = Math.ceil((inTheWay.last + 1) / size) * size;
    }
  }
  return refuse('OperationDenied.AvailableCidrInsufficient', { id: vpcId, mask });
}

function checkMask(mask: number): Refusal | undefined {
  return Number.isInteger(mask) && mask >= shortestMask && mask <= longestMask
    ? undefined
    : refuse('InvalidCirdrBlock.MaskLength', { mask, shortest: shortestMask, longest: longestMask });
}
