import { z } from 'zod';
import { controlCall } from '../call.ts';

export const accounts = {
  list: controlCall({
    method: 'GET',
    path: '/accounts',
    summary: 'list the accounts and how much each has',
    input: z.strictObject({}),
    output: z.strictObject({
      accounts: z.array(
        z.strictObject({
          id: z.string(),
          accessKeyId: z.string().describe('of its root'),
          createdAt: z.iso.datetime(),
          users: z.int().describe('how many RAM users'),
          resources: z.record(z.string(), z.int()).describe('how many of each kind, those that there are any of'),
        }),
      ),
    }),
    async run(levers) {
      const listed = await levers.accounts.list();
      return {
        accounts: listed.map(({ id, accessKeyId, createdAtMs, users, resources }) => ({
          id,
          accessKeyId,
          createdAt: new Date(createdAtMs).toISOString(),
          users,
          resources,
        })),
      };
    },
  }),

  add: controlCall({
    method: 'POST',
    path: '/accounts',
    summary: 'make a fresh account, and tell its access key',
    input: z.strictObject({
      name: z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, ".", "_" and "-"')
        .optional()
        .describe('its key is localyun-NAME; without one it is a name that nobody else has'),
    }),
    arguments: ['name'],
    output: z.strictObject({ id: z.string(), accessKeyId: z.string(), accessKeySecret: z.string() }),
    run: (levers, { name }) => levers.accounts.add(name),
  }),
};
