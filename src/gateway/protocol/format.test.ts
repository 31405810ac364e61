import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../operation/refusal.ts';
import { contentTypes, negotiateFormat } from './format.ts';
import { formHeaders, httpRequest } from './http-request.fixture.ts';
import { parseParameters } from './parse.ts';

function formatOf(...args: Parameters<typeof httpRequest>) {
  const request = httpRequest(...args);
  const parameters = parseParameters(request);
  return negotiateFormat(request, isRefusal(parameters) ? undefined : parameters.all);
}

const v3 = { authorization: 'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=00' };

describe('negotiateFormat', () => {
  it.each([
    ['XML when nothing is said', '/', {}, 'xml'],
    ['XML for curl', '/?Action=A', { accept: '*/*' }, 'xml'],
    ['Format=json', '/?Format=json', {}, 'json'],
    ['Format=JSON', '/?Format=JSON', { accept: 'text/xml' }, 'json'],
    ['Format=Xml over everything', '/?Format=Xml', { ...v3, accept: 'application/json' }, 'xml'],
    ['JSON for V3', '/', v3, 'json'],
    ['JSON for a broken V3 Authorization', '/', { authorization: 'ACS3-' }, 'json'],
    ['JSON where JSON is accepted', '/', { accept: 'text/html, Application/JSON;q=0.9' }, 'json'],
    ['the default for an unknown Format', '/?Format=yaml', {}, 'xml'],
    ['the default of V3 for an unknown Format', '/?Format=yaml', v3, 'json'],
    ['the default for an empty Format', '/?Format=', {}, 'xml'],
  ])('chooses %s', (_, url, headers, format) => {
    expect(formatOf('GET', url, { headers: headers as Record<string, string> })).toBe(format);
  });

  it('finds the Format in the body', () => {
    expect(formatOf('POST', '/', { headers: formHeaders, body: 'A=1&Format=json' })).toBe('json');
  });

  it('finds the Format of a request that cannot be parsed', () => {
    expect(formatOf('GET', '/?A=%&Format=JSON')).toBe('json');
    expect(formatOf('POST', '/?A=%', { headers: formHeaders, body: 'Format=json&B=2' })).toBe('json');
    expect(formatOf('GET', '/?A=%&NotFormat=json')).toBe('xml');
    expect(formatOf('GET', '/?A=%', { headers: v3 })).toBe('json');
  });
});

it('has content types to the letter', () => {
  expect(contentTypes).toEqual({ json: 'application/json;charset=utf-8', xml: 'text/xml;charset=utf-8' });
});
