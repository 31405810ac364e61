import { z } from 'zod';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';

export const networkInterfaces = {
  fix: controlCall({
    method: 'PATCH',
    path: '/network-interfaces/{id}',
    summary: 'set what no public operation can: who manages an interface, and how many are bonded to it',
    input: z.strictObject({
      id: z.string().describe('the network interface'),
      serviceId: z.int().min(1).nullable().optional().describe('the service that manages it; null for none'),
      slaveCount: z.int().min(0).max(100).optional().describe('how many interfaces are bonded to it'),
    }),
    arguments: ['id'],
    output: doneSchema,
    async run(levers, { id, serviceId, slaveCount }) {
      await levers.fixNetworkInterface(id, {
        ...(serviceId === undefined ? {} : { serviceId }),
        ...(slaveCount === undefined ? {} : { slaveCount }),
      });
      return done;
    },
  }),
};
