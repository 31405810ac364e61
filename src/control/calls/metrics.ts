import { z } from 'zod';
import { controlCall } from '../call.ts';

export const metrics = controlCall({
  method: 'GET',
  path: '/metrics',
  summary: 'tell what was counted since the server started, as Prometheus reads it',
  input: z.strictObject({}),
  output: z.string(),
  contentType: 'text/plain; version=0.0.4; charset=utf-8',
  run: (levers) => levers.metrics(),
});
