import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../operation/refusal.ts';
import type { HttpRequest } from '../http-message.ts';
import { formHeaders, httpRequest } from './http-request.fixture.ts';
import { readCommonParameters, requireCredentials } from './mode.ts';
import { parseParameters } from './parse.ts';
import { verifySignature } from './signature.ts';
import { bodyHashV3, canonicalRequestV3, signV3, stringToSignV3 } from './signature-v3.ts';

const secret = 'testsecret';
const prefix = 'Specified signature is not matched with our calculation. server string to sign is:';
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Vector {
  readonly request: HttpRequest;
  readonly hash: string;
  readonly signature: string;
}

interface VectorOptions {
  readonly version?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly bodyHash?: string;
}

function vector(
  method: string,
  url: string,
  action: string,
  { hash, signature }: { hash: string; signature: string },
  { version = '2014-05-26', headers = {}, body = '', bodyHash = emptyHash }: VectorOptions = {},
): Vector {
  const signed: Record<string, string> = {
    host: '127.0.0.1:18080',
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-credentials-provider': 'static_ak',
    'x-acs-date': '2024-01-02T03:04:05Z',
    'x-acs-signature-nonce': 'nonce-0001',
    'x-acs-version': version,
    ...headers,
  };
  const signedHeaders = Object.keys(signed).sort().join(';');
  const authorization = `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${signedHeaders},Signature=${signature}`;
  const all = { ...signed, accept: 'application/json', 'user-agent': 'test', authorization };
  return { request: httpRequest(method, url, { headers: all, body }), hash, signature };
}

const vectors: Record<string, Vector> = {
  'V3-a, ECS CreateNetworkInterface': vector(
    'POST',
    '/?ClientToken=tok&DeleteOnRelease=true&QueueNumber=8&RegionId=cn-hangzhou&SecurityGroupIds.1=sg-1&SecurityGroupIds.2=sg-2&Tag.1.Key=k%201*~&Tag.1.Value=v%2B%27%2F%26%3D%C3%A9&VSwitchId=vsw-1',
    'CreateNetworkInterface',
    {
      hash: '6f0a25786075d700e69c40c1d97079c7d4b2a0826b2f65c2a6120168b57a8287',
      signature: '731fba9095a22d5570238471f75d277f57c523cf08085597cdad55d94af632e8',
    },
  ),
  'V3-b, no query': vector('POST', '/', 'DescribeRegions', {
    hash: '19a8720b54b6e4fe97938a17630a7a0ab1dec7acee345b2c79b2dbfff6b47319',
    signature: '814ba8245e6f75ec761e75b4fd0a0d1569fa2dba8e946063bd6c0332aed66f99',
  }),
  'V3-c, an STS token': vector(
    'POST',
    '/',
    'DescribeRegions',
    {
      hash: '5a5aae91151a7a784283738dfc72e2eebeedbb177b98d15001e65cd89a8fbe6a',
      signature: 'd39f321d937108d8e0faece0f3a71cea7857f33fc0a5f24b4aba7a82112c613b',
    },
    {
      headers: {
        'x-acs-credentials-provider': 'static_sts',
        'x-acs-accesskey-id': 'testid',
        'x-acs-security-token': 'sts-token',
      },
    },
  ),
  'V3-d, query and form': vector(
    'POST',
    '/?RegionId=cn-hangzhou',
    'DescribeInstances',
    {
      hash: '73e5a689605919c63a876c86cde67d3829e66d819b08e4d49c24045453b8f9f5',
      signature: '7c30e9bcc9a316a7dcae80a001b01f85e6581c9255c06943d1f82005349c1d07',
    },
    {
      headers: formHeaders,
      body: 'InstanceIds=%5B%22i-1%22%2C%22i-2%22%5D&Tag.1.Key=a%20b&Tag.1.Value=c*d~&DryRun=true&N=5',
      bodyHash: '645d3a25914d5830bedba1c2f87bcc6c3956987dc510d0e4ff5927111bb4cdff',
    },
  ),
  'V3-e, GET with an empty value': vector('GET', '/?RegionId=cn-hangzhou&X=', 'DescribeInstances', {
    hash: 'a48c074061f9bc6a369d9a20624c26dafccea433992aef9e994d6c965acd86ba',
    signature: '59eda665c030abf6578edbfa41802ea50217cf0c0bd4441235141e2f50844c21',
  }),
  'V3-f, VPC': vector(
    'POST',
    '/?RegionId=cn-hangzhou&Tag.1.Key=k&Tag.1.Value=v',
    'DescribeVpcs',
    {
      hash: '5c2b55f8946f1638ebc84e4728ebbb51bbe37eaa6f92b1044c5f9b894f2ca485',
      signature: 'd04bc14650bd8d056987706125631770c400280ebf77580e3a237c7c5983a5b4',
    },
    { version: '2016-04-28' },
  ),
  'V3-g, ROA style': vector(
    'PUT',
    '/clusters/c1?a=1%202',
    'ModifyCluster',
    {
      hash: 'fc740db67814387b6c848f6dbcfc22aba68d4bf9b947c13a6ae5c0415ae2aebc',
      signature: 'eb59621ba0df759b5beb9e405686f5020a00ceaaa39b5373c37f135db6e2bdd5',
    },
    {
      version: '2015-12-15',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{"x":[1,{"y":true}]}',
      bodyHash: '22e65e0e4cd4a995ebd6fae1871b046bf7687db42cda37d3d793412474ff3d08',
    },
  ),
};

function verify(request: HttpRequest, accessKeySecret = secret) {
  const parameters = parseParameters(request);
  if (isRefusal(parameters)) return parameters;
  const common = readCommonParameters(request, parameters);
  if (isRefusal(common)) return common;
  const credentials = requireCredentials(common);
  if (isRefusal(credentials)) return credentials;
  return verifySignature(request, parameters, credentials, accessKeySecret);
}

const withHeaders = (request: HttpRequest, headers: Record<string, string>): HttpRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

/** Signs anew what a test has changed. */
function signed(request: HttpRequest, signedHeaders: readonly string[], encodeName?: (name: string) => string) {
  const parameters = parseParameters(request);
  if (isRefusal(parameters)) throw new Error(parameters.message);
  const canonical = canonicalRequestV3(request, parameters.query, signedHeaders, bodyHashV3(request.body), encodeName);
  if (isRefusal(canonical)) throw new Error(canonical.message);
  const signature = signV3(stringToSignV3(canonical), secret);
  const authorization = `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${signedHeaders.join(';')},Signature=${signature}`;
  return withHeaders(request, { authorization });
}

const mismatch = { code: 'SignatureDoesNotMatch', status: 400 };

describe.each(Object.entries(vectors))('%s', (_, { request, hash }) => {
  it('is verified', () => {
    expect(verify(request)).toBe(true);
  });

  it('is refused with another secret, and told the string to sign', () => {
    expect(verify(request, 'testsecret&')).toEqual({
      kind: 'refusal',
      ...mismatch,
      message: `${prefix}ACS3-HMAC-SHA256\n${hash}`,
    });
  });

  it('is refused with any signed header changed', () => {
    for (const name of Object.keys(request.headers)) {
      if (['accept', 'user-agent', 'authorization'].includes(name)) continue;
      expect(verify(withHeaders(request, { [name]: `${request.headers[name]}0` })), name).toMatchObject(mismatch);
    }
  });

  it('is refused with another method, path, query or body', () => {
    expect(verify({ ...request, method: 'PATCH' })).toMatchObject(mismatch);
    expect(verify({ ...request, path: '/other' })).toMatchObject(mismatch);
    expect(verify({ ...request, query: `${request.query}&Extra=1` })).toMatchObject(mismatch);
    expect(verify({ ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) })).toMatchObject(mismatch);
  });

  it('does not cover accept and user-agent', () => {
    expect(verify(withHeaders(request, { accept: '*/*', 'user-agent': 'other' }))).toBe(true);
  });
});

describe('verifyV3', () => {
  const { request } = vectors['V3-a, ECS CreateNetworkInterface']!;
  const names = Object.keys(request.headers)
    .filter((name) => name === 'host' || name.startsWith('x-acs-'))
    .sort();

  it('has this canonical request', () => {
    const parameters = parseParameters(request);
    if (isRefusal(parameters)) throw new Error(parameters.message);
    expect(canonicalRequestV3(request, parameters.query, names, emptyHash)).toBe(`POST
/
ClientToken=tok&DeleteOnRelease=true&QueueNumber=8&RegionId=cn-hangzhou&SecurityGroupIds.1=sg-1&SecurityGroupIds.2=sg-2&Tag.1.Key=k%201%2A~&Tag.1.Value=v%2B%27%2F%26%3D%C3%A9&VSwitchId=vsw-1
host:127.0.0.1:18080
x-acs-action:CreateNetworkInterface
x-acs-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
x-acs-credentials-provider:static_ak
x-acs-date:2024-01-02T03:04:05Z
x-acs-signature-nonce:nonce-0001
x-acs-version:2014-05-26

host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`);
  });

  it.each(['host', 'x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce'])(
    'wants %s among the signed headers, even under a right signature',
    (name) => {
      const fewer = signed(
        request,
        names.filter((it) => it !== name),
      );
      expect(verify(fewer)).toMatchObject({
        code: 'IncompleteSignature',
        status: 400,
        message: expect.stringContaining(`"${name}"`),
      });
    },
  );

  it('does not want the others', () => {
    expect(
      verify(signed(request, ['host', 'x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce'])),
    ).toBe(true);
  });

  it.each(['x-acs-retry-attempts', 'constructor', '__proto__'])('misses a signed header %s', (name) => {
    const authorization = request.headers.authorization?.replace('host;', `host;${name};`) ?? '';
    expect(verify(withHeaders(request, { authorization }))).toMatchObject({
      code: 'IncompleteSignature',
      message: expect.stringContaining(`"${name}"`),
    });
  });

  it('refuses a signed header that is named twice, in whatever case', () => {
    for (const again of ['host', 'HOST']) {
      const authorization = request.headers.authorization?.replace('host;', `host;${again};`) ?? '';
      expect(verify(withHeaders(request, { authorization }))).toMatchObject({
        code: 'IncompleteSignature',
        status: 400,
        message: `The header "${again}" is named more than once in SignedHeaders.`,
      });
    }
  });

  it('trims header values, and takes header names in capitals as signed', () => {
    expect(verify(withHeaders(request, { 'x-acs-action': '  CreateNetworkInterface ' }))).toBe(true);
    expect(verify(signed(withHeaders(request, { 'x-acs-retry-delay': '5' }), [...names, 'X-Acs-Retry-Delay']))).toBe(
      true,
    );
  });

  it('does not care for the order of parameters, nor for how they are encoded', () => {
    const query = request.query.split('&').reverse().join('&').replace('k%201*~', '%6B+1%2A%7E');
    expect(verify({ ...request, query })).toBe(true);
  });

  it('signs paths with their unreserved characters plain', () => {
    const plain = signed({ ...request, path: '/a%20b%2A~' }, names);
    expect(verify({ ...plain, path: '/a+b*%7E' })).toBe(true);
    expect(verify({ ...signed(request, names), path: '' })).toBe(true);
  });

  it('checks x-acs-content-sha256 against the body even where the signature is right', () => {
    const lying = signed(withHeaders(request, { 'x-acs-content-sha256': 'ab'.repeat(32) }), names);
    expect(verify(lying)).toMatchObject({
      code: 'IncompleteSignature',
      status: 400,
      message: `The header "x-acs-content-sha256" is "${'ab'.repeat(32)}", but the SHA-256 of the received body is "${emptyHash}".`,
    });
    expect(verify(signed(withHeaders(request, { 'x-acs-content-sha256': emptyHash.toUpperCase() }), names))).toBe(true);
  });

  it('takes unusual parameter names encoded, and as the TypeScript SDK signs them', () => {
    const unusual = { ...request, query: 'Label.a%2Fb%20c=1&RegionId=r' };
    expect(verify(signed(unusual, names))).toBe(true);
    const raw = signed(unusual, names, (name) => name);
    expect(verify(raw)).toBe(true);
    expect(verify({ ...raw, query: 'Label.a%2Fb%20c=2&RegionId=r' })).toMatchObject(mismatch);
  });

  it('takes no raw name that could be read as two parameters', () => {
    const two = signed({ ...request, query: 'A=1&B=2' }, names);
    expect(verify(two)).toBe(true);
    expect(verify({ ...two, query: 'A%3D1%26B=2' })).toMatchObject(mismatch);
  });
});
