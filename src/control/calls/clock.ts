import { z } from 'zod';
import { transitionProfiles } from '../../engine/transitions.ts';
import { controlCall } from '../call.ts';

const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1000;
const tenMinutesMs = 10 * 60 * 1000;

const now = z.iso.datetime().describe('the time of the modelled world');
const state = z.strictObject({
  now,
  transitions: z.enum(transitionProfiles),
  frozen: z.boolean().describe('whether it stands still until it is resumed'),
});

export const clock = {
  show: controlCall({
    method: 'GET',
    path: '/clock',
    summary: 'tell the time of the modelled world',
    input: z.strictObject({}),
    output: state,
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

  freeze: controlCall({
    method: 'POST',
    path: '/clock/freeze',
    summary: 'let time stand still, so that delayed changes wait',
    input: z.strictObject({}),
    output: state.extend({
      note: z.string().exactOptional().describe('under --transitions manual: that the clock stands still anyway'),
    }),
    async run(levers) {
      await levers.freeze();
      const clock = levers.clock();
      if (clock.transitions !== 'manual') return clock;
      return { ...clock, note: 'a manual clock stands still until it is moved: there was nothing to freeze' };
    },
  }),

  resume: controlCall({
    method: 'POST',
    path: '/clock/resume',
    summary: 'let time go on as it really is, and apply what has become due meanwhile',
    input: z.strictObject({}),
    output: state,
    async run(levers) {
      await levers.resume();
      return levers.clock();
    },
  }),

  runUntilIdle: controlCall({
    method: 'POST',
    path: '/clock/run-until-idle',
    summary: 'apply every delayed change that is due within a time: move a manual clock, else wait',
    input: z.strictObject({
      withinMs: z.int().min(0).max(tenMinutesMs).default(tenMinutesMs).describe('what is due later is left'),
    }),
    output: z.strictObject({
      now,
      left: z.int().describe('how many changes are still to come, due later or stuck'),
    }),
    run: (levers, { withinMs }) => levers.runUntilIdle(withinMs),
  }),
};
