import { describe, expect, it } from 'vitest';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { formHeaders, httpRequest } from './http-request.fixture.ts';
import {
  type CommonParameters,
  type Credentials,
  readCommonParameters,
  requireCredentials,
  requireOperation,
} from './mode.ts';
import { parseParameters } from './parse.ts';

function read(...args: Parameters<typeof httpRequest>): CommonParameters | Refusal {
  const request = httpRequest(...args);
  const parameters = parseParameters(request);
  return isRefusal(parameters) ? parameters : readCommonParameters(request, parameters);
}

function common(...args: Parameters<typeof httpRequest>): CommonParameters {
  const read_ = read(...args);
  if (isRefusal(read_)) throw new Error(read_.message);
  return read_;
}

const authorization =
  'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action,Signature=731fba9095a22d5570238471f75d277f';
const v3Headers = {
  authorization,
  'x-acs-action': 'DescribeRegions',
  'x-acs-version': '2014-05-26',
  'x-acs-date': '2024-01-02T03:04:05Z',
  'x-acs-signature-nonce': 'nonce-0001',
};
const v1Query =
  'Action=DescribeRegions&Format=json&Version=2014-05-26&Timestamp=2024-01-02T03%3A04%3A05Z&SignatureNonce=n-1&' +
  'SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=testid&Signature=c2ln';

describe('readCommonParameters', () => {
  it('reads V1 from the query, whatever x-acs headers say', () => {
    const headers = { 'x-acs-action': 'describeRegions', 'x-acs-version': '1999-01-01', 'x-acs-date': 'never' };
    expect(common('GET', `/?${v1Query}&SecurityToken=sts-token`, { headers })).toEqual({
      mode: 'V1',
      action: 'DescribeRegions',
      version: '2014-05-26',
      format: 'json',
      accessKeyId: 'testid',
      securityToken: 'sts-token',
      bearerToken: undefined,
      timestamp: '2024-01-02T03:04:05Z',
      nonce: 'n-1',
      signatureMethod: 'HMAC-SHA1',
      signatureVersion: '1.0',
      signature: 'c2ln',
      signedHeaders: [],
    });
  });

  it('reads V1 from the form body', () => {
    expect(common('POST', '/', { headers: formHeaders, body: v1Query })).toEqual(common('GET', `/?${v1Query}`));
  });

  it('reads V3 from the headers', () => {
    expect(common('POST', '/', { headers: { ...v3Headers, 'x-acs-security-token': 'sts-token' } })).toEqual({
      mode: 'V3',
      action: 'DescribeRegions',
      version: '2014-05-26',
      format: undefined,
      accessKeyId: 'testid',
      securityToken: 'sts-token',
      bearerToken: undefined,
      timestamp: '2024-01-02T03:04:05Z',
      nonce: 'nonce-0001',
      signatureMethod: 'ACS3-HMAC-SHA256',
      signatureVersion: undefined,
      signature: '731fba9095a22d5570238471f75d277f',
      signedHeaders: ['host', 'x-acs-action'],
    });
  });

  it('takes Action and Version from the parameters first and from the headers else', () => {
    const headers = { 'x-acs-action': 'describeRegions', 'x-acs-version': '2014-05-26' };
    expect(common('GET', '/?Action=DescribeZones&Version=', { headers })).toMatchObject({
      mode: 'anonymous',
      action: 'DescribeZones',
      version: '2014-05-26',
    });
  });

  it.each([
    ['V1 with a key but no signature', '/?AccessKeyId=testid', {}, 'V1'],
    ['V1 with a signature but no key', '/?Signature=x', {}, 'V1'],
    ['bearer in parameters', '/?BearerToken=t&SignatureType=BEARERTOKEN&AccessKeyId=&Signature=', {}, 'bearer'],
    ['bearer in a header', '/?SignatureType=BEARERTOKEN', { 'x-acs-bearer-token': 't' }, 'bearer'],
    ['anonymous V3', '/?Format=json', { 'x-acs-action': 'AssumeRoleWithOIDC' }, 'anonymous'],
    ['an id token', '/', { 'x-acs-zero-trust-idtoken': 't' }, 'anonymous'],
    ['nothing', '/', {}, 'anonymous'],
    ['V1 behind a foreign Authorization', '/?AccessKeyId=testid&Signature=x', { authorization: 'Basic eDp5' }, 'V1'],
  ])('tells the mode of %s', (_, url, headers, mode) => {
    expect(common('GET', url, { headers: headers as Record<string, string> }).mode).toBe(mode);
  });

  it('reads the bearer token', () => {
    expect(common('GET', '/?BearerToken=t-1').bearerToken).toBe('t-1');
    expect(common('POST', '/', { headers: { 'x-acs-bearer-token': 't-2' } }).bearerToken).toBe('t-2');
  });

  it.each([
    'ACS3-HMAC-SHA256',
    'ACS3-HMAC-SHA256 Credential=testid,Signature=00',
    'ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=00',
    'ACS3-HMAC-SHA256 SignedHeaders=host,Credential=testid,Signature=00',
    'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=00,More=1',
    'acs testid:6az+B//oZRKFYtfDyALQCr1nogk=',
    'Bearer t',
    '',
  ])('refuses the Authorization %j', (text) => {
    expect(read('POST', '/', { headers: { authorization: text } })).toMatchObject({
      code: 'IncompleteSignature',
      status: 400,
    });
  });

  it('reads an Authorization with spaces after its commas', () => {
    expect(common('POST', '/', { headers: { authorization: authorization.replaceAll(',', ', ') } })).toMatchObject({
      accessKeyId: 'testid',
      signedHeaders: ['host', 'x-acs-action'],
    });
  });
});

describe('requireOperation', () => {
  it('gives Action and Version, or names the missing one', () => {
    expect(requireOperation(common('GET', '/?Action=A&Version=1'))).toEqual({ action: 'A', version: '1' });
    expect(requireOperation(common('GET', '/?Version=1'))).toMatchObject({
      code: 'MissingParameter',
      message: 'The input parameter "Action" that is mandatory for processing this request is not supplied.',
    });
    expect(requireOperation(common('GET', '/?Action=A&Version='))).toMatchObject({
      code: 'MissingParameter',
      message: expect.stringContaining('"Version"'),
    });
  });
});

describe('requireCredentials', () => {
  it('gives what a V1 signature needs', () => {
    expect(requireCredentials(common('GET', `/?${v1Query}`))).toEqual({
      mode: 'V1',
      accessKeyId: 'testid',
      securityToken: undefined,
      timestamp: '2024-01-02T03:04:05Z',
      nonce: 'n-1',
      signatureMethod: 'HMAC-SHA1',
      signature: 'c2ln',
      signedHeaders: [],
    } satisfies Credentials);
  });

  it.each(['AccessKeyId', 'Signature', 'SignatureMethod', 'SignatureVersion', 'Timestamp', 'SignatureNonce'])(
    'names a missing %s',
    (name) => {
      const query = v1Query.replace(new RegExp(`(^|&)${name}=[^&]*`), '');
      expect(requireCredentials(common('GET', `/?${query}`))).toMatchObject({
        code: 'MissingParameter',
        status: 400,
        message: expect.stringContaining(`"${name}"`),
      });
    },
  );

  it.each(['x-acs-date', 'x-acs-signature-nonce'])('names a missing header %s', (name) => {
    const headers = { ...v3Headers, [name]: '' };
    expect(requireCredentials(common('POST', '/', { headers }))).toMatchObject({
      code: 'MissingParameter',
      message: expect.stringContaining(`"${name}"`),
    });
  });

  it('names the AccessKeyId for a request that says nothing of itself', () => {
    expect(requireCredentials(common('GET', '/'))).toMatchObject({
      code: 'MissingParameter',
      message: expect.stringContaining('"AccessKeyId"'),
    });
  });

  it.each([
    ['SignatureMethod=HMAC-SHA1', 'SignatureMethod=HMAC-MD5', 'The SignatureMethod "HMAC-MD5" is not supported.'],
    ['SignatureVersion=1.0', 'SignatureVersion=2.0', 'The SignatureVersion "2.0" is not supported. Use 1.0.'],
  ])('refuses %s turned into %s', (from, to, message) => {
    expect(requireCredentials(common('GET', `/?${v1Query.replace(from, to)}`))).toMatchObject({
      code: 'InvalidParamater',
      status: 400,
      message: expect.stringContaining(message),
    });
  });

  it('takes HMAC-SHA256 in V1', () => {
    expect(requireCredentials(common('GET', `/?${v1Query.replace('HMAC-SHA1', 'HMAC-SHA256')}`))).toMatchObject({
      signatureMethod: 'HMAC-SHA256',
    });
  });

  it.each(['ACS3-HMAC-SM3', 'ACS3-RSA-SHA256'])('refuses the algorithm %s', (algorithm) => {
    const headers = { ...v3Headers, authorization: authorization.replace('ACS3-HMAC-SHA256', algorithm) };
    expect(requireCredentials(common('POST', '/', { headers }))).toMatchObject({
      code: 'InvalidParamater',
      status: 400,
      message: `The signature algorithm "${algorithm}" is not supported. Use ACS3-HMAC-SHA256.`,
    });
  });
});
