import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../operation/refusal.ts';
import { percentEncode } from './encode.ts';
import { formHeaders, httpRequest } from './http-request.fixture.ts';
import { parameterLimits, parseParameters, type RequestParameters } from './parse.ts';

function parsed(...request: Parameters<typeof httpRequest>): RequestParameters {
  const parameters = parseParameters(httpRequest(...request));
  if (isRefusal(parameters)) throw new Error(parameters.message);
  return parameters;
}

function refusalOf(query: string) {
  const refusal = parseParameters(httpRequest('GET', `/?${query}`));
  if (!isRefusal(refusal)) throw new Error('not refused');
  return refusal;
}

const entriesOf = (map: ReadonlyMap<string, string>) => Object.fromEntries(map);

describe('parseParameters', () => {
  it('reads a query', () => {
    const { query, all } = parsed(
      'GET',
      '/?Action=DescribeRegions&Tag.1.Key=k%201*~&Tag.1.Value=v%2B%27%2F%26%3D%C3%A9',
    );
    expect(entriesOf(query)).toEqual({ Action: 'DescribeRegions', 'Tag.1.Key': 'k 1*~', 'Tag.1.Value': "v+'/&=é" });
    expect(all).toBe(query);
  });

  it('merges the form body, which wins, and keeps the query apart', () => {
    const { query, all } = parsed('POST', '/?A=1&B=2', { headers: formHeaders, body: 'B=3&C=a+b' });
    expect(entriesOf(query)).toEqual({ A: '1', B: '2' });
    expect(entriesOf(all)).toEqual({ A: '1', B: '3', C: 'a b' });
  });

  it.each(['application/x-www-form-urlencoded;charset=UTF-8', 'Application/X-WWW-Form-URLEncoded; charset=utf-8'])(
    'takes %s for a form',
    (contentType) => {
      const { all } = parsed('POST', '/', { headers: { 'content-type': contentType }, body: 'A=1' });
      expect(entriesOf(all)).toEqual({ A: '1' });
    },
  );

  it.each(['application/json', undefined])('finds no parameters in a body of type %s', (contentType) => {
    const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
    expect(parsed('POST', '/?A=1', { headers, body: 'B=2' }).all).toEqual(new Map([['A', '1']]));
  });

  it('reads odd but harmless forms', () => {
    expect(entriesOf(parsed('GET', '/?&&A=&B&C=x=y&=nameless&D=1&D=2&').all)).toEqual({
      A: '',
      B: '',
      C: 'x=y',
      D: '2',
    });
    expect(entriesOf(parsed('GET', '/').all)).toEqual({});
  });

  it('reads unencoded UTF-8, which arrives as Latin-1 characters', () => {
    const query = Buffer.from('Name=é').toString('latin1');
    expect(parsed('GET', `/?${query}`).all.get('Name')).toBe('é');
    expect(parsed('POST', '/', { headers: formHeaders, body: 'Name=é' }).all.get('Name')).toBe('é');
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(refusalOf('Name=\xff')).toMatchObject({ code: 'InvalidParameter', status: 400 });
    const body = Buffer.from([0x41, 0x3d, 0xff]);
    expect(parseParameters(httpRequest('POST', '/', { headers: formHeaders, body }))).toMatchObject({
      code: 'InvalidParameter',
      message: 'The body of the request is not valid UTF-8.',
    });
  });

  it.each([
    ['Name=%zz', 'Name', '%zz'],
    ['A=1&Tag.1.Key=%FF%', 'Tag.1.Key', '%FF%'],
    ['%41%=1', '%41%', '%41%'],
  ])('refuses the encoding of %j and names the parameter', (query, name, value) => {
    expect(refusalOf(query)).toMatchObject({
      code: 'InvalidParameter',
      status: 400,
      message: `The parameter "${name}" is not valid: "${value}" is not percent-encoded UTF-8.`,
    });
  });

  it('takes 50 resources with 20 tags each, and as many parameters as the limit, but no more', () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, at) => `P.${at}=1`).join('&');
    expect(parsed('POST', '/', { headers: formHeaders, body: pairs(50 * 20 * 2 + 50) }).all.size).toBe(2050);
    expect(parsed('POST', '/', { headers: formHeaders, body: pairs(parameterLimits.count) }).all.size).toBe(5000);
    expect(refusalOf(pairs(parameterLimits.count + 1))).toMatchObject({
      code: 'InvalidParameter',
      message: 'The request has more than 5000 parameters.',
    });
  });

  it('counts query and body together', () => {
    const body = Array.from({ length: parameterLimits.count }, (_, at) => `P.${at}=1`).join('&');
    expect(parseParameters(httpRequest('POST', '/?Q=1', { headers: formHeaders, body }))).toMatchObject({
      code: 'InvalidParameter',
    });
  });

  it('limits the length and the parts of a name', () => {
    const longest = 'n'.repeat(parameterLimits.nameLength);
    expect(parsed('GET', `/?${longest}=1`).all.get(longest)).toBe('1');
    expect(refusalOf(`${longest}n=1`).message).toContain('longer than 512 characters');
    expect(parsed('GET', '/?a.b.c.d.e.f.g.h=1').all.size).toBe(1);
    expect(refusalOf('a.b.c.d.e.f.g.h.i=1').message).toContain('"a.b.c.d.e.f.g.h.i"');
    expect(refusalOf('a%2Eb.c.d.e.f.g.h.i=1').code).toBe('InvalidParameter');
  });

  it('treats the names of object internals as any others', () => {
    const { all } = parsed('GET', '/?__proto__=1&constructor.prototype.x=2&__proto__.polluted=3');
    expect([...all.keys()]).toEqual(['__proto__', 'constructor.prototype.x', '__proto__.polluted']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('takes the same time for each separator, however many there are', () => {
    const text = 'a&'.repeat(4_000_000);
    const start = performance.now();
    expect(parsed('POST', '/', { headers: formHeaders, body: text }).all.size).toBe(1);
    expect(performance.now() - start).toBeLessThan(4000); // a quadratic scan takes minutes
  });

  it('reads back what was encoded', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => !name.includes('.'));
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' })), (parameters) => {
        const text = Object.entries(parameters)
          .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
          .join('&');
        expect([...parsed('GET', `/?${text}`).all]).toEqual(Object.entries(parameters));
        expect([...parsed('POST', '/', { headers: formHeaders, body: text.replaceAll('%20', '+') }).all]).toEqual(
          Object.entries(parameters),
        );
      }),
    );
  });

  it('gives a map or a refusal for any bytes', () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc
        .array(fc.constantFrom('&', '=', '%', '+', '.', 'a', '%41', '%ff', '1', 'é'), { maxLength: 60 })
        .map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(hostile, hostile, (query, body) => {
        const result = parseParameters(
          httpRequest('POST', `/?${query.toString('latin1')}`, { headers: formHeaders, body }),
        );
        expect(isRefusal(result) ? result.status : result.all instanceof Map).toSatisfy(
          (it: unknown) => it === 400 || it === true,
        );
      }),
    );
  });
});
