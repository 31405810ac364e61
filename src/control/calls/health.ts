import { z } from 'zod';
import { transitionProfiles } from '../../engine/transitions.ts';
import { controlCall } from '../call.ts';

export const health = controlCall({
  method: 'GET',
  path: '/health',
  summary: 'tell how the server is',
  input: z.strictObject({}),
  output: z.strictObject({
    status: z.literal('ok'),
    version: z.string(),
    engine: z.enum(['sqlite', 'postgresql']).describe('the database that keeps the state'),
    schemaVersion: z.int().describe('of the state'),
    transitions: z.enum(transitionProfiles),
    uptimeMs: z.int(),
  }),
  run: (levers) => ({ status: 'ok' as const, ...levers.health() }),
});
