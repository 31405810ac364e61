import fc from 'fast-check';
import { readAnswer } from '../answer.ts';
import { longText, text } from '../hostile.ts';
import type { Scene } from '../scene.ts';
import { timed } from '../stall.ts';
import type { Target } from '../target.ts';
import { formEncoded, type Text, written } from '../text.ts';

/** An HTTP request as the transport hands it over: its parts are bytes, written as Latin-1. */
export interface Message {
  readonly method: string;
  readonly path: string;
  readonly query: Text;
  readonly headers: Readonly<Record<string, Text>>;
  readonly body: Text;
}

const bytes = fc.oneof(
  fc.constantFrom(
    '%',
    '%2',
    '%zz',
    '%00',
    '\0',
    '%C3%28',
    '%ED%A0%80',
    '%F0%9F%98%80',
    '\xc3\xa9',
    '\xff',
    '\xc0\x80',
    '+',
    '=',
    '==',
    '&',
    '&&',
    '&=',
    ';',
    '.',
    '..',
  ),
  fc.string({ maxLength: 4 }),
  text.map((one) => (typeof one === 'string' ? Buffer.from(formEncoded(one)).toString('latin1') : 'x')),
);
const name = fc.constantFrom(
  ...[
    'Action',
    'Version',
    'Format',
    'AccessKeyId',
    'Signature',
    'SignatureNonce',
    'SignatureMethod',
    'Timestamp',
    'SecurityToken',
    'BearerToken',
  ],
  ...[
    'RegionId',
    'Tag.1.Key',
    'Tag.1.Value',
    'Tag.01.Key',
    'Tag.1',
    'Tag',
    'Tag..Key',
    '.Tag',
    'Tag.',
    'Tag.1.Key.',
    'Tag.10001.Key',
    '__proto__',
    'Tag.__proto__.Key',
  ],
  ...[
    'NetworkInterfaceId.1',
    'NetworkInterfaceId',
    'NetworkInterfaceId.1.2.3.4.5.6.7.8',
    'NetworkInterfaceId.99999999999999999999',
    'A%63tion',
    'Act\xefon',
    '',
  ],
);
const usual = fc.constantFrom(
  'DescribeNetworkInterfaces',
  'DescribeRegions',
  'TagResources',
  'RunInstances',
  '2014-05-26',
  '2016-04-28',
  'JSON',
  'XML',
  'json',
  'yaml',
  '$owner',
  'cn-hangzhou',
  '$eniId',
);
const pair = fc
  .tuple(name, fc.oneof({ weight: 2, arbitrary: usual }, { weight: 1, arbitrary: bytes }))
  .map(([key, value]) => `${key}=${value}`);
const inOrder = fc.constantFrom(
  'Action=DescribeNetworkInterfaces&Version=2014-05-26&RegionId=cn-hangzhou&AccessKeyId=$owner',
  'Action=TagResources&Version=2014-05-26&RegionId=cn-hangzhou&ResourceType=eni&ResourceId.1=$eniId&AccessKeyId=$owner',
  'Action=ListUsers&Version=2015-05-01&AccessKeyId=$guardedKeyId',
  '',
);
const parameters: fc.Arbitrary<Text> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(inOrder, fc.array(fc.oneof(pair, bytes), { maxLength: 6 }))
      .map(([base, more]) => [base, ...more].filter((one) => one !== '').join('&')),
  },
  { weight: 1, arbitrary: longText },
  {
    weight: 1,
    arbitrary: fc.record({
      before: inOrder,
      unit: fc.constantFrom('&a=b', '&=', '&', '&Tag.1.Key=a', '%41', '&A.1.1.1.1.1=b', '&a.', '%', '=&'),
      times: fc.integer({ min: 1, max: 20_000 }),
      after: fc.constantFrom('', '%', '='),
    }),
  },
);

const v3 = fc
  .record({
    method: fc.constantFrom('ACS3-HMAC-SHA256', 'ACS3-', 'ACS3-RSA-SHA256', 'acs3-hmac-sha256', 'ACS3-HMAC-SHA256-x'),
    credential: fc.oneof(fc.constantFrom('$owner', 'localyun', '', ',', 'a b'), fc.string({ maxLength: 5 })),
    signed: fc.oneof(
      fc.constantFrom(
        'host;x-acs-action;x-acs-version;x-acs-date;x-acs-signature-nonce',
        '',
        ';',
        ';;;',
        '__proto__',
        'HOST',
        'constructor;host',
      ),
      fc.string({ maxLength: 8 }),
    ),
    signature: fc.oneof(fc.constantFrom('00', '', 'x'), fc.string({ maxLength: 8 })),
    gap: fc.constantFrom(' ', '', '  ', '\t'),
  })
  .map(
    ({ method, credential, signed, signature, gap }) =>
      `${method}${gap}Credential=${credential},${gap}SignedHeaders=${signed},Signature=${signature}`,
  );
const authorization = fc.oneof(
  v3,
  fc.constantFrom('Bearer x', 'Basic', '', 'ACS3-HMAC-SHA256'),
  fc.record({
    before: fc.constantFrom('ACS3-HMAC-SHA256', 'ACS3-HMAC-SHA256 Credential=a,', 'ACS3-'),
    unit: fc.constantFrom(' ', 'a', ',', ' Credential=', 'SignedHeaders=a,'),
    times: fc.nat(9_000),
    after: fc.constantFrom('', ',Signature='),
  }),
);
const header = fc.oneof(
  text,
  fc.constantFrom<Text>(
    'application/json',
    'text/xml',
    '*/*',
    'application/x-www-form-urlencoded',
    'APPLICATION/X-WWW-FORM-URLENCODED; charset=x',
    '\xe9',
    '2026-01-01T00:00:00Z',
  ),
);
const headers = fc
  .record(
    {
      host: fc.oneof(
        fc.constantFrom<Text>('localhost', 'ecs.cn-beijing.aliyuncs.com:80', '', '[::1]:1', '<&">', '\xff'),
        longText,
      ),
      'content-type': fc.oneof(
        { weight: 6, arbitrary: fc.constant<Text>('application/x-www-form-urlencoded') },
        { weight: 1, arbitrary: header },
      ),
      accept: header,
      authorization,
      'x-acs-action': header,
      'x-acs-version': fc.oneof(fc.constant<Text>('2014-05-26'), header),
      'x-acs-date': header,
      'x-acs-signature-nonce': header,
      'x-acs-security-token': header,
      'x-acs-bearer-token': header,
      'x-acs-content-sha256': header,
      __proto__: header,
    },
    { requiredKeys: ['content-type'] },
  )
  .map((all) => ({ ...all }));

const latin1 = (one: string): string => one.replace(/[^\0-\xff]/g, '?');

/** Requests below the operation: query, form, headers and how they are encoded. */
export function messagesTarget({ server, names, restore }: Scene): Target<Message> {
  return {
    name: 'messages',
    inputs: fc.record({
      method: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('GET', 'POST') },
        { weight: 1, arbitrary: fc.constantFrom('PUT', 'HEAD', 'DELETE', 'get', '') },
      ),
      path: fc.constantFrom('/', '', '/x', '*', '//', '/%', '/?', '/a+b*c%7E'),
      query: parameters,
      headers,
      body: parameters,
    }),
    async check({ method, path, ...parts }) {
      const query = latin1(written(parts.query, names));
      const body = latin1(written(parts.body, names));
      const given = Object.entries(parts.headers).map(([key, value]) => [key, latin1(written(value, names))] as const);
      const request = { method, path, query, headers: Object.fromEntries(given), body: Buffer.from(body, 'latin1') };
      const { response, error } = await timed('a message', () =>
        server.send({ ...request, secure: false, remoteAddress: '' }),
      );
      if (response.status === 200) await restore();
      if (error !== undefined) throw new Error('throws', { cause: error });
      const sent = [method, query, body, ...given.flat()].flatMap((one) => [one, decoded(one)]).join('\n');
      readAnswer(response, sent);
    },
  };
}

function decoded(one: string): string {
  return one.replace(/%[0-9a-f]{2}/gi, (byte) => String.fromCharCode(Number.parseInt(byte.slice(1), 16)));
}
