import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { ObjectShape, Shape } from '../../contracts/contract.ts';
import { type ErrorBody, errorPage } from './error-body.ts';
import { renderError, renderSuccess } from './render.ts';
import type { ResponseFields } from './response-shape.ts';

const describeNetworkInterfaces: ObjectShape = {
  NetworkInterfaceSets: {
    NetworkInterfaceSet: [
      {
        Attachment: { DeviceIndex: 'number', InstanceId: 'string' },
        CreationTime: 'string',
        DeleteOnRelease: 'boolean',
        NetworkInterfaceId: 'string',
        OwnerId: 'string',
        SecurityGroupIds: { SecurityGroupId: ['string'] },
        Tags: { Tag: [{ TagKey: 'string', TagValue: 'string' }] },
      },
    ],
  },
  NextToken: 'string',
  PageNumber: 'number',
  RequestId: 'string',
  TotalCount: 'number',
};

const action = 'DescribeNetworkInterfaces';
const json = (shape: ObjectShape, response: ResponseFields) => renderSuccess('json', shape, action, 'r-1', response);
const xml = (shape: ObjectShape, response: ResponseFields) => renderSuccess('xml', shape, action, 'r-1', response);
const prolog = '<?xml version="1.0" encoding="UTF-8"?>';

const response = {
  TotalCount: 2,
  PageNumber: 1,
  NextToken: '',
  NetworkInterfaceSets: {
    NetworkInterfaceSet: [
      {
        NetworkInterfaceId: 'eni-1',
        OwnerId: 1000000000000001,
        DeleteOnRelease: true,
        SecurityGroupIds: { SecurityGroupId: ['sg-1', 'sg-2'] },
        Tags: { Tag: [{ TagKey: 'k', TagValue: '' }] },
        Attachment: {},
      },
      { NetworkInterfaceId: 'eni-2' },
    ],
  },
};

describe('renderSuccess', () => {
  it('renders what the contract leaves open as the operation gives it', () => {
    const shape: ObjectShape = { Open: 'any', Rows: ['any'] };
    const open = { Open: { a: [1, { b: true }] }, Rows: [{ x: 'y' }] };
    expect(json(shape, open)).toBe('{"RequestId":"r-1","Open":{"a":[1,{"b":true}]},"Rows":[{"x":"y"}]}');
    expect(xml(shape, open)).toContain('<Open><a>1</a><a><b>true</b></a></Open><Rows><x>y</x></Rows>');
  });

  it('renders JSON in the order of the contract, RequestId first', () => {
    expect(json(describeNetworkInterfaces, response)).toBe(
      '{"RequestId":"r-1","NetworkInterfaceSets":{"NetworkInterfaceSet":[' +
        '{"Attachment":{},"DeleteOnRelease":true,"NetworkInterfaceId":"eni-1","OwnerId":"1000000000000001",' +
        '"SecurityGroupIds":{"SecurityGroupId":["sg-1","sg-2"]},"Tags":{"Tag":[{"TagKey":"k","TagValue":""}]}},' +
        '{"NetworkInterfaceId":"eni-2","SecurityGroupIds":{"SecurityGroupId":[]},"Tags":{"Tag":[]}}' +
        ']},"NextToken":"","PageNumber":1,"TotalCount":2}',
    );
  });

  it('renders XML in the same order', () => {
    expect(xml(describeNetworkInterfaces, response)).toBe(
      `${prolog}<DescribeNetworkInterfacesResponse><RequestId>r-1</RequestId><NetworkInterfaceSets>` +
        '<NetworkInterfaceSet><Attachment></Attachment><DeleteOnRelease>true</DeleteOnRelease>' +
        '<NetworkInterfaceId>eni-1</NetworkInterfaceId><OwnerId>1000000000000001</OwnerId>' +
        '<SecurityGroupIds><SecurityGroupId>sg-1</SecurityGroupId><SecurityGroupId>sg-2</SecurityGroupId></SecurityGroupIds>' +
        '<Tags><Tag><TagKey>k</TagKey><TagValue></TagValue></Tag></Tags></NetworkInterfaceSet>' +
        '<NetworkInterfaceSet><NetworkInterfaceId>eni-2</NetworkInterfaceId><SecurityGroupIds></SecurityGroupIds>' +
        '<Tags></Tags></NetworkInterfaceSet></NetworkInterfaceSets><NextToken></NextToken><PageNumber>1</PageNumber>' +
        '<TotalCount>2</TotalCount></DescribeNetworkInterfacesResponse>',
    );
  });

  it('renders lists and their wrappers from nothing, and leaves the rest out', () => {
    for (const nothing of [{}, { NetworkInterfaceSets: undefined, TotalCount: null }, { NetworkInterfaceSets: {} }]) {
      expect(JSON.parse(json(describeNetworkInterfaces, nothing))).toEqual({
        RequestId: 'r-1',
        NetworkInterfaceSets: { NetworkInterfaceSet: [] },
      });
      expect(xml(describeNetworkInterfaces, nothing)).toBe(
        `${prolog}<${action}Response><RequestId>r-1</RequestId><NetworkInterfaceSets></NetworkInterfaceSets></${action}Response>`,
      );
    }
  });

  it('takes only an object of one list for a wrapper', () => {
    const shape: ObjectShape = { Two: { L: ['string'], S: 'string' }, Wrapped: { Inner: { L: ['string'] } } };
    expect(json(shape, {})).toBe('{"RequestId":"r-1"}');
    expect(json(shape, { Two: {}, Wrapped: {} })).toBe(
      '{"RequestId":"r-1","Two":{"L":[]},"Wrapped":{"Inner":{"L":[]}}}',
    );
  });

  it('leaves a wrapper and a list out where the operation says so by null', () => {
    const shape: ObjectShape = { Cards: { Card: ['string'] }, List: ['string'], N: 'number' };
    expect(json(shape, { Cards: null, List: null, N: 1 })).toBe('{"RequestId":"r-1","N":1}');
    expect(xml(shape, { Cards: null, List: null, N: 1 })).toContain('<RequestId>r-1</RequestId><N>1</N></');
  });

  it('renders a response of RequestId alone', () => {
    expect(json({ RequestId: 'string' }, {})).toBe('{"RequestId":"r-1"}');
    expect(renderSuccess('xml', { RequestId: 'string' }, 'DeleteNetworkInterface', 'r-1', {})).toBe(
      `${prolog}<DeleteNetworkInterfaceResponse><RequestId>r-1</RequestId></DeleteNetworkInterfaceResponse>`,
    );
  });

  it('renders its own RequestId, not one of the operation', () => {
    expect(json({ RequestId: 'string' }, { RequestId: 'other' })).toBe('{"RequestId":"r-1"}');
    expect(xml({ RequestId: 'string' }, { RequestId: 'other' })).not.toContain('other');
  });

  it('renders lists without a wrapper', () => {
    const shape: ObjectShape = { Zones: ['string'], Vscs: [{ Ids: ['number'] }], Matrix: [['string']] };
    expect(JSON.parse(json(shape, { Vscs: [{}, { Ids: [1, 2] }] }))).toEqual({
      RequestId: 'r-1',
      Zones: [],
      Vscs: [{ Ids: [] }, { Ids: [1, 2] }],
      Matrix: [],
    });
    expect(xml(shape, { Zones: ['a', 'b'], Vscs: [{ Ids: [1, 2] }], Matrix: [['x', 'y'], []] })).toBe(
      `${prolog}<${action}Response><RequestId>r-1</RequestId><Zones>a</Zones><Zones>b</Zones>` +
        '<Vscs><Ids>1</Ids><Ids>2</Ids></Vscs><Matrix><Matrix>x</Matrix><Matrix>y</Matrix></Matrix><Matrix></Matrix>' +
        `</${action}Response>`,
    );
  });

  it('types scalars as the contract says', () => {
    const shape: ObjectShape = { N: 'number', Long: 'number', B: 'boolean', S: 'string', T: 'string' };
    const given = { N: '2', Long: '9007199254740993', B: 'false', S: 5, T: true };
    expect(json(shape, given)).toBe('{"RequestId":"r-1","N":2,"Long":9007199254740993,"B":false,"S":"5","T":"true"}');
    expect(xml(shape, given)).toContain('<N>2</N><Long>9007199254740993</Long><B>false</B><S>5</S><T>true</T>');
    expect(JSON.parse(json(shape, { N: 0, B: false, S: '' }))).toEqual({ RequestId: 'r-1', N: 0, B: false, S: '' });
  });

  it('leaves out what the contract does not know, and absent items', () => {
    const shape: ObjectShape = { L: ['string'] };
    expect(json(shape, { Code: 'x', L: ['a', undefined, null, 'b'] })).toBe('{"RequestId":"r-1","L":["a","b"]}');
    expect(xml(shape, { Code: 'x', L: ['a', undefined, null, 'b'] })).toContain('</RequestId><L>a</L><L>b</L></');
  });

  it.each<[Shape, unknown]>([
    ['number', 'ten'],
    ['number', '012'],
    ['number', Number.NaN],
    ['number', true],
    ['boolean', 1],
    ['boolean', 'yes'],
    ['string', {}],
    ['string', ['a']],
    [['string'], 'a'],
    [['string'], { 0: 'a' }],
    [{ A: ['string'] }, ['a']],
    [{ A: 'string', B: 'string' }, 'a'],
  ])('takes it for a bug when %j should hold %j', (shape, value) => {
    expect(() => json({ Field: shape }, { Field: value })).toThrow(/Field/);
    expect(() => xml({ Field: shape }, { Field: value })).toThrow(/Field/);
  });

  it('escapes text', () => {
    const text = `<a href="x">&'\\ \u0000\u0008\u001f\u007f\t\n\r]]>é😀\ufffe\ud800.`;
    expect(JSON.parse(json({ S: 'string' }, { S: text })).S).toBe(text);
    expect(xml({ S: 'string' }, { S: text })).toContain(
      '<S>&lt;a href=&quot;x&quot;&gt;&amp;&apos;\\ \ufffd\ufffd\ufffd\u007f\t\n&#13;]]&gt;é😀\ufffd\ufffd.</S>',
    );
  });

  it('says the same in both formats, and it parses', () => {
    fc.assert(
      fc.property(shapedObject(3), ({ shape, value }) => {
        const fromJson = JSON.parse(json(shape, value));
        expect(fromJson.RequestId).toBe('r-1');
        expect(readXml(xml(shape, value), shape)).toEqual(fromJson);
      }),
    );
  });
});

describe('renderError', () => {
  const error: ErrorBody = {
    requestId: 'r-1',
    hostId: '127.0.0.1:20140',
    code: 'InvalidEniId.NotFound',
    message: 'No "eni-1" & no <eni-2>.',
    recommend: errorPage('http://h:1', { code: 'InvalidEniId.NotFound', requestId: 'r-1' }),
  };

  it('renders JSON in the documented order', () => {
    expect(renderError('json', error)).toBe(
      '{"RequestId":"r-1","HostId":"127.0.0.1:20140","Code":"InvalidEniId.NotFound","Message":"No \\"eni-1\\" & no <eni-2>.",' +
        '"Recommend":"http://h:1/_localyun/?q=InvalidEniId.NotFound&product=Ecs&requestId=r-1#/requests/r-1"}',
    );
  });

  it('renders XML in the documented order', () => {
    expect(renderError('xml', error)).toBe(
      `${prolog}<Error><RequestId>r-1</RequestId><HostId>127.0.0.1:20140</HostId><Code>InvalidEniId.NotFound</Code>` +
        '<Message>No &quot;eni-1&quot; &amp; no &lt;eni-2&gt;.</Message>' +
        '<Recommend>http://h:1/_localyun/?q=InvalidEniId.NotFound&amp;product=Ecs&amp;requestId=r-1#/requests/r-1</Recommend></Error>',
    );
  });

  it('adds AccessDeniedDetail in both formats', () => {
    const denied = {
      ...error,
      accessDeniedDetail: { AuthAction: 'ecs:Delete', NoPermissionType: 'ImplicitDeny', 'odd key': [1, 2], '1': null },
    };
    expect(JSON.parse(renderError('json', denied)).AccessDeniedDetail).toEqual(denied.accessDeniedDetail);
    expect(renderError('xml', denied)).toContain(
      '</Recommend><AccessDeniedDetail><AuthAction>ecs:Delete</AuthAction><NoPermissionType>ImplicitDeny</NoPermissionType>' +
        '<odd_key>1</odd_key><odd_key>2</odd_key></AccessDeniedDetail></Error>',
    );
  });

  it('says the same in both formats for any message', () => {
    fc.assert(
      fc.property(xmlText, xmlText, (message, hostId) => {
        const parsed = parser.parse(renderError('xml', { ...error, message, hostId })).Error;
        expect(parsed).toEqual(JSON.parse(renderError('json', { ...error, message, hostId })));
      }),
    );
  });
});

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

/** Text that XML can hold; fast-xml-parser reads a tag with white space alone as empty, so no text is that. */
const xmlText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('<', '>', '&', '"', "'", ']', ' ', ';', '#', '\n', '\\'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => `${text.replace(/\p{Cc}|[\ufffe\uffff]/gu, '')}.`);

/** Gives the texts of a parsed XML document the types and lists their shape says. */
function readXml(text: string, shape: ObjectShape): unknown {
  const root = parser.parse(text)[`${action}Response`];
  return { RequestId: root.RequestId, ...(readObject(root, shape) as object) };
}

function readObject(fields: unknown, shape: ObjectShape): unknown {
  const read: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape)) {
    const value = fields === '' ? undefined : (fields as Record<string, unknown>)[name];
    if (Array.isArray(member)) {
      const items = value === undefined ? [] : Array.isArray(value) ? value : [value];
      read[name] = items.map((item) => readValue(item, (member as readonly [Shape])[0]));
    } else if (value !== undefined) read[name] = readValue(value, member);
  }
  return read;
}

function readValue(value: unknown, shape: Shape): unknown {
  if (shape === 'number') return Number(value);
  if (shape === 'boolean') return value === 'true';
  return typeof shape === 'object' && !Array.isArray(shape) ? readObject(value, shape as ObjectShape) : value;
}

interface Shaped<S extends Shape> {
  readonly shape: S;
  readonly value: S extends ObjectShape ? Record<string, unknown> : unknown;
}

function shapedObject(depth: number): fc.Arbitrary<Shaped<ObjectShape>> {
  const name = fc.stringMatching(/^[A-Z][a-zA-Z]{0,7}$/);
  return fc.dictionary(name, shaped(depth), { minKeys: 1, maxKeys: 4, noNullPrototype: true }).map((members) => ({
    shape: Object.fromEntries(Object.entries(members).map(([field, member]) => [field, member.shape])),
    value: Object.fromEntries(Object.entries(members).map(([field, member]) => [field, member.value])),
  }));
}

function shaped(depth: number): fc.Arbitrary<Shaped<Shape>> {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
  const scalar = fc.oneof(
    fc.record({ shape: fc.constant<Shape>('string'), value: maybe(xmlText) }),
    fc.record({ shape: fc.constant<Shape>('number'), value: maybe(fc.oneof(fc.maxSafeInteger(), fc.constant('42'))) }),
    fc.record({ shape: fc.constant<Shape>('boolean'), value: maybe(fc.boolean()) }),
  ) as fc.Arbitrary<Shaped<Shape>>;
  if (depth === 0) return scalar;
  const object = shapedObject(depth - 1) as fc.Arbitrary<Shaped<Shape>>;
  const absentObject = object.map(({ shape }): Shaped<Shape> => ({ shape, value: undefined }));
  // Items of one list share a shape, so a list repeats one item.
  const list = fc.tuple(fc.oneof(scalar, object), fc.integer({ min: 0, max: 3 })).map(
    ([item, count]): Shaped<Shape> => ({
      shape: [item.shape],
      value: Array.from({ length: count }, () => item.value),
    }),
  );
  return fc.oneof(scalar, object, absentObject, list);
}
