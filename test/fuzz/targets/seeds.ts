import fc from 'fast-check';
import { parse } from 'yaml';
import { SeedRefused } from '../../../src/access/seed-refused.ts';
import { dumpState } from '../../every-operation/dump.ts';
import { jsonText } from '../hostile.ts';
import type { Scene } from '../scene.ts';
import { timed } from '../stall.ts';
import type { Target } from '../target.ts';
import { type Text, written } from '../text.ts';

/** A seed file's text. */
export interface SeedFile {
  readonly yaml: Text;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    'a',
    'guarded',
    'bob',
    'localyun',
    'localyun-x',
    'localyun-owner',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '😀',
    'x'.repeat(200),
    '__proto__',
    '$accountId',
  ),
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -0,
    -1,
    0.5,
    2 ** 53,
    2 ** 31,
    Number.MAX_VALUE,
    [],
    {},
    'cn-hangzhou',
    'cn-nowhere',
    'network-interfaces',
    'AdministratorAccess',
    'guard',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('bob', 'carol', 'guarded', 'worker', 'guard', 'other') },
  { weight: 1, arbitrary: odd },
);
const key = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('LTAI1', 'LTAI2', 'localyun', 'localyun-owner', 'localyun-x', '$guardedKeyId'),
  },
  { weight: 1, arbitrary: odd },
);
const allowing = { Version: '1', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const trust = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: ['*'] } }] };
const policies = fc.array(
  fc.oneof(
    fc.constantFrom<unknown>('AdministratorAccess', 'guard', 'none'),
    fc.record(
      {
        policyName: name,
        policyDocument: fc.oneof(fc.constant<unknown>(allowing), fc.constant(JSON.stringify(allowing)), odd),
      },
      { requiredKeys: ['policyName'] },
    ),
    odd,
  ),
  { maxLength: 2 },
);
const quotas = fc.dictionary(
  fc.constantFrom('network-interfaces', 'vpcs', 'eips', '__proto__', 'none'),
  fc.oneof(fc.nat(), fc.constantFrom<unknown>(2 ** 53 - 1, 2 ** 31, 1e15, -1, 1.5, '1')),
  { maxKeys: 2 },
);
const account = fc.record(
  {
    accessKeyId: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<unknown>('localyun', 'localyun-owner', 'localyun-new') },
      { weight: 1, arbitrary: odd },
    ),
    active: fc.oneof({ weight: 4, arbitrary: fc.boolean() }, { weight: 1, arbitrary: odd }),
    regionsWithoutNetworkInterfaces: fc.array(
      fc.constantFrom<unknown>('cn-hangzhou', 'cn-beijing', 'cn-hangzhou', 'cn-nowhere', 1),
      { maxLength: 3 },
    ),
    quotas,
    quotasByRegion: fc.dictionary(fc.constantFrom('cn-hangzhou', 'cn-nowhere', '__proto__', ''), quotas, {
      maxKeys: 2,
    }),
    ramUsers: fc.array(
      fc.record(
        { userName: name, accessKeyId: key, accessKeySecret: fc.oneof(fc.constant<unknown>('secret'), odd), policies },
        { requiredKeys: ['userName', 'accessKeyId', 'accessKeySecret'] },
      ),
      { maxLength: 3 },
    ),
    roles: fc.array(
      fc.record(
        {
          roleName: name,
          assumeRolePolicyDocument: fc.oneof(fc.constantFrom<unknown>(trust, JSON.stringify(trust)), odd),
          policies,
        },
        { requiredKeys: ['roleName'] },
      ),
      { maxLength: 2 },
    ),
    surplus: odd,
  },
  { requiredKeys: ['accessKeyId'] },
);
const seeds = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ accounts: fc.array(account, { minLength: 1, maxLength: 3 }) })
      .map((seed) => JSON.stringify(seed)),
  },
  { weight: 2, arbitrary: jsonText() },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '',
        '---',
        'accounts',
        'accounts:',
        'accounts: &a [*a]',
        'a: &a {b: *a}\naccounts: []',
        '<<: *x',
        '? [a]\n: b',
        'accounts: !!set {a}',
        '- - - -',
      ],
      ...[
        'accounts:\n  - accessKeyId: 0x10',
        'accounts:\n- &x\n  accessKeyId: localyun\n- *x',
        '!!binary aGk=',
        '"\\ud800"',
        'accounts: !!timestamp 2026-01-01',
        '%YAML 9.9\n---\na',
      ],
      ...[
        'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\naccounts: [*c,*c,*c,*c,*c,*c,*c]',
      ],
    ),
  },
);

/** Seed files: refused with what is wrong in them, or carried out whole. */
export function seedsTarget({ server, names, restore }: Scene): Target<SeedFile> {
  return {
    name: 'seeds',
    inputs: fc.record({ yaml: seeds }),
    async check({ yaml }) {
      let document: unknown;
      try {
        document = parse(written(yaml, names), { logLevel: 'silent' });
      } catch {
        return;
      }
      const before = await dumpState(server.store);
      try {
        await timed('a seed', () => server.levers.seed(document));
        for (const caller of ['localyun', '$owner']) {
          const answer = await server.call(written(caller, names), 'Sts', 'GetCallerIdentity', {});
          if (answer.status > 499) throw new Error(`leaves ${caller} with ${answer.status}`, { cause: answer.error });
        }
      } catch (error) {
        if (!(error instanceof SeedRefused)) throw error;
        if (/\p{Cs}/u.test(error.message)) throw new Error(`has half a character: ${error.message}`);
        if (JSON.stringify(await dumpState(server.store)) !== JSON.stringify(before))
          throw new Error('changes the state and is refused');
      } finally {
        await restore();
      }
    },
  };
}
