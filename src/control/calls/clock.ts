import { z } from 'zod';
import { transitionProfiles } from '../../engine/transitions.ts';
import { controlCall } from '../call.ts';

const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1000;

const now = z.iso.datetime().describe('the time of the modelled world');

export const clock = {
  show: controlCall({
    method: 'GET',
    path: '/clock',
    summary: 'tell the time of the modelled world',
    input: z.strictObject({}),
    output: z.strictObject({ now, transitions: z.enum(transitionProfiles) }),
    async run(levers) {
      await levers.catchUp();
      return levers.clock();
    },
  }),

  advance: controlCall({
    method: 'POST',
    path: '/clock/advance',
    summary: 'move the clock of --transitions manual on, and apply what has become due',
    input: z.strictObject({ milliseconds: z.int().min(0).max(tenYearsMs).describe('by how much') }),
    arguments: ['milliseconds'],
    output: z.strictObject({ now }),
    run: (levers, { milliseconds }) => levers.advance(milliseconds),
  }),
};
