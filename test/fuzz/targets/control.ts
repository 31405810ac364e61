import fc from 'fast-check';
import { createControl } from '../../../src/control/control.ts';
import { guardControl } from '../../../src/control/guard.ts';
import { controlPrefix } from '../../../src/control/prefix.ts';
import { dumpState } from '../../every-operation/dump.ts';
import { jsonText, longText, text } from '../hostile.ts';
import type { Scene } from '../scene.ts';
import { timed } from '../stall.ts';
import type { Target } from '../target.ts';
import { type Text, written } from '../text.ts';

/** One call of the control API. */
export interface ControlCall {
  readonly method: string;
  readonly path: Text;
  readonly query: Text;
  readonly body: Text;
}

const anything = fc.oneof(text, jsonText(), longText);
const segments = [
  '/health',
  '/reset',
  '/clock',
  '/clock/advance',
  '/transition-faults',
  '/reachability',
  '/seed',
  '/network-interfaces/',
];

const value = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('$eniId', '$thirdEniId', '10.1.0.1', '$accountId', '2001:db8::1', '$instanceId'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 2, arbitrary: fc.constantFrom('\u0000', 'a\u0000', '\ud800', '', '10.1.0.0/16', '__proto__') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      0,
      -0,
      1,
      -1,
      0.5,
      Number.MAX_VALUE,
      2 ** 53,
      2 ** 31,
      65_535,
      65_536,
      1e16,
      null,
      true,
      315_360_000_000,
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const known = fc.constantFrom(
  'complete',
  'fail',
  'stick',
  'TCP',
  'udp',
  'ICMP',
  'GRE',
  'network-interface',
  'instance',
  'vpc',
  'attach',
  'create',
  'become-available',
  'delete',
);

const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .dictionary(
        fc.constantFrom(
          ...[
            'milliseconds',
            'resourceType',
            'kind',
            'outcome',
            'accountId',
            'resourceId',
            'count',
            'serviceId',
            'slaveCount',
          ],
          ...['from', 'to', 'protocol', 'port', 'sourcePort', '__proto__', 'accounts'],
        ),
        fc.oneof(value, known),
        { maxKeys: 6 },
      )
      .map((all) => JSON.stringify(all)),
  },
  {
    weight: 4,
    arbitrary: fc
      .oneof(
        fc.record({ milliseconds: value }),
        fc.record(
          { from: value, to: value, protocol: known, port: value },
          { requiredKeys: ['from', 'to', 'protocol'] },
        ),
        fc.record(
          { resourceType: known, kind: known, outcome: known, accountId: value, resourceId: value, count: value },
          { requiredKeys: ['resourceType', 'kind', 'outcome'] },
        ),
        fc.record({ serviceId: value, slaveCount: value }, { requiredKeys: [] }),
      )
      .map((all) => JSON.stringify(all)),
  },
  { weight: 1, arbitrary: anything },
);

const path: fc.Arbitrary<Text> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...segments.map((segment) => `${controlPrefix}${segment}`)) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('$eniId', '%00', '%', '%zz', '%ED%A0%80', 'a%2Fb', '..', '', '%F0%9F%98%80', 'é')
      .map((id) => `${controlPrefix}/network-interfaces/${id}`),
  },
  { weight: 2, arbitrary: fc.webPath().map((rest) => `${controlPrefix}${rest}`) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        '',
        '/',
        '//',
        '/..',
        '/./',
        '?',
        '#',
        'x',
        '/%',
        '\\',
        '@',
        ':80',
        '/[',
        '/health/',
        '//health',
        '/\u00e9',
      )
      .map((rest) => `${controlPrefix}${rest}`),
  },
);

/** The control API: whatever its bodies, paths and methods, it answers JSON and blames the caller. */
export function controlTarget({ server, names, restore }: Scene): Target<ControlCall> {
  const handle = guardControl(createControl(server.levers), { host: '127.0.0.1', token: undefined });
  return {
    name: 'control',
    inputs: fc.record({
      method: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('POST', 'GET', 'PATCH') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'M-SEARCH'),
        },
      ),
      path,
      query: fc.oneof(
        fc.constantFrom<Text>(
          '',
          'account=$accountId',
          'account=%00',
          'account=',
          'account=a&account=b',
          'account=%ED%A0%80',
          '%',
          '[]',
        ),
        longText,
      ),
      body,
    }),
    async check({ method, path: target, query, body: sent }) {
      const texts = [target, query, sent].map((one) => written(one, names));
      // A request line has no other characters, and each of them is one byte.
      const [line = '', search = ''] = texts.map((one) =>
        Buffer.from(one.replace(/[\0-\x20\x7f]/g, '')).toString('latin1'),
      );
      const before = await dumpState(server.store);
      const headers = { host: '127.0.0.1', 'content-type': 'application/json' };
      const request = { method, path: line, query: search, headers, body: Buffer.from(texts[2] ?? '') };
      try {
        const {
          status,
          headers: answered,
          body,
        } = await timed('the control API', () => handle({ ...request, secure: false, remoteAddress: '' }));
        const answer = String(body);
        if (status > 499) throw new Error(`answers ${status}: ${answer}`);
        // The pages of the console are for people.
        if (answered['content-type'] !== 'application/json') return;
        const read = method === 'HEAD' ? {} : (JSON.parse(answer) as { readonly error?: unknown });
        if (status >= 400 && method !== 'HEAD' && (typeof read.error !== 'string' || read.error === ''))
          throw new Error(`says no error: ${answer}`);
        if (/\p{Cs}/u.test(String(read.error))) throw new Error(`has half a character: ${answer}`);
        if (status < 400) return;
        if (JSON.stringify(await dumpState(server.store)) !== JSON.stringify(before))
          throw new Error('changes the state with a refusal');
      } finally {
        await restore();
      }
    },
  };
}
