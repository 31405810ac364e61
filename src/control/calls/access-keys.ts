import { z } from 'zod';
import { utcSeconds } from '../../operation/time.ts';
import { controlCall } from '../call.ts';

export const accessKeys = {
  list: controlCall({
    method: 'GET',
    path: '/access-keys',
    summary: 'list the access keys of an account with their secrets: of the root, of users, of sessions of roles',
    input: z.strictObject({
      account: z.string().min(1).describe('the id of the account, or an access key id of it: localyun-NAME'),
    }),
    arguments: ['account'],
    output: z.strictObject({
      accessKeys: z.array(
        z.strictObject({
          accessKeyId: z.string(),
          accessKeySecret: z.string(),
          securityToken: z.string().exactOptional().describe('of sessions'),
          kind: z.enum(['root', 'user', 'session']),
          name: z.string().describe('of the user, or ROLE/SESSION; empty for the root'),
          active: z.boolean(),
          expiresAt: z.string().exactOptional().describe('of sessions'),
        }),
      ),
    }),
    run: async (levers, { account }) => ({
      accessKeys: (await levers.accessKeys(account)).map((key) => ({
        accessKeyId: key.accessKeyId,
        accessKeySecret: key.accessKeySecret,
        ...(key.securityToken === '' ? {} : { securityToken: key.securityToken }),
        ...(key.roleName !== ''
          ? { kind: 'session' as const, name: `${key.roleName}/${key.sessionName}` }
          : { kind: key.userName === '' ? ('root' as const) : ('user' as const), name: key.userName }),
        active: key.active,
        ...(key.expiresAtMs === 0 ? {} : { expiresAt: utcSeconds(key.expiresAtMs) }),
      })),
    }),
  }),
};
