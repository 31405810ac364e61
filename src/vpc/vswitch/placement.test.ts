import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../operation/refusal.ts';
import { contains, overlaps, parseCidr } from './address-range.ts';
import { checkWanted, type Placed, place } from './placement.ts';
import type { VSwitchRange } from './v-switch.table.ts';

const vpcCidrBlock = '10.0.0.0/24';
const vpcCidrBlocks = [vpcCidrBlock];
const taken = (...blocks: readonly string[]): VSwitchRange[] =>
  blocks.map((cidrBlock, index) => ({ ...parseCidr(cidrBlock)!, vSwitchId: `vsw-${index}`, cidrBlock }));
const placeIn = (blocks: readonly string[], wanted: Parameters<typeof place>[0]) =>
  place(wanted, { vpcId: 'vpc-1', vpcCidrBlocks, taken: taken(...blocks) });

describe('the place of a vSwitch', () => {
  it('is the block asked for when it is free', () => {
    expect(placeIn(['10.0.0.0/28'], { cidrBlock: '10.0.0.16/28' })).toMatchObject({ cidrBlock: '10.0.0.16/28' });
  });

  it.each(['10.0.0.0/28', '10.0.0.8/29', '10.0.0.0/27'])('is not %s when 10.0.0.0/28 is taken', (cidrBlock) => {
    expect(placeIn(['10.0.0.0/28'], { cidrBlock })).toMatchObject({ code: 'InvalidCidrBlock.Overlapped', status: 400 });
  });

  it.each(['10.0.1.0/24', '10.0.0.0/23', '192.168.0.0/24'])('is not %s outside 10.0.0.0/24', (cidrBlock) => {
    expect(placeIn([], { cidrBlock })).toMatchObject({ code: 'InvalidParameter', status: 400 });
  });

  it('is the first free block of the size when only a mask is given', () => {
    expect(placeIn([], { mask: 28 })).toMatchObject({ cidrBlock: '10.0.0.0/28' });
    expect(placeIn(['10.0.0.0/28'], { mask: 28 })).toMatchObject({ cidrBlock: '10.0.0.16/28' });
    expect(placeIn(['10.0.0.0/29'], { mask: 26 })).toMatchObject({ cidrBlock: '10.0.0.64/26' });
    expect(placeIn(['10.0.0.0/25', '10.0.0.128/25'], { mask: 29 })).toMatchObject({
      code: 'OperationDenied.AvailableCidrInsufficient',
    });
    expect(placeIn([], { mask: 23 })).toMatchObject({ code: 'OperationDenied.AvailableCidrInsufficient' });
  });

  it('stays clear of all others until not one more fits, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 24, max: 29 }), { maxLength: 60 }), (masks) => {
        const vpc = parseCidr(vpcCidrBlock)!;
        const placed: (Placed & VSwitchRange)[] = [];
        for (const mask of masks) {
          const next = place({ mask }, { vpcId: 'vpc-1', vpcCidrBlocks, taken: placed });
          if (isRefusal(next)) {
            // Refused means: no aligned block of the size is free.
            for (let first = vpc.first; first < vpc.last; first += 2 ** (32 - mask)) {
              const block = { first, last: first + 2 ** (32 - mask) - 1 };
              expect(placed.some((other) => overlaps(block, other))).toBe(true);
            }
            continue;
          }
          expect(parseCidr(next.cidrBlock)).toEqual({ first: next.first, last: next.last, prefixLength: mask });
          expect(contains(vpc, next)).toBe(true);
          expect(placed.some((other) => overlaps(next, other))).toBe(false);
          placed.push({ ...next, vSwitchId: `vsw-${placed.length}` });
          placed.sort((a, b) => a.first - b.first);
        }
      }),
    );
  });
});

describe('a request for a place', () => {
  it.each([
    [{}, 'MissingParam.CidrOrCidrMask'],
    [{ cidrBlock: '10.0.0.0' }, 'InvalidCidrBlock.Malformed'],
    [{ cidrBlock: '10.0.0.1/24' }, 'InvalidCidrBlock.Malformed'],
    [{ cidrBlock: '10.0.0.0/15' }, 'InvalidCirdrBlock.MaskLength'],
    [{ cidrBlock: '10.0.0.0/8' }, 'InvalidCirdrBlock.MaskLength'],
    [{ cidrBlock: '10.0.0.0/30' }, 'InvalidCirdrBlock.MaskLength'],
    [{ mask: 15 }, 'InvalidCirdrBlock.MaskLength'],
    [{ mask: 30 }, 'InvalidCirdrBlock.MaskLength'],
    [{ mask: 24.5 }, 'InvalidCirdrBlock.MaskLength'],
    [{ cidrBlock: '10.0.0.0/24', mask: 25 }, 'IllegalParam.CidrMask'],
  ])('%j is refused with %s', (wanted, code) => {
    expect(checkWanted(wanted)).toMatchObject({ status: 400, code });
  });

  it.each([
    { cidrBlock: '10.0.0.0/16' },
    { cidrBlock: '10.0.0.0/29' },
    { mask: 16 },
    { cidrBlock: '10.0.0.0/24', mask: 24 },
  ])('%j is good', (wanted) => {
    expect(checkWanted(wanted)).toBeUndefined();
  });
});
