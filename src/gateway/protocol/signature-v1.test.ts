import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../operation/refusal.ts';
import type { HttpRequest } from '../http-message.ts';
import { percentEncode } from './encode.ts';
import { formHeaders, httpRequest } from './http-request.fixture.ts';
import { readCommonParameters, requireCredentials } from './mode.ts';
import { parseParameters } from './parse.ts';
import { verifySignature } from './signature.ts';
import { signV1, stringToSignV1 } from './signature-v1.ts';

const secret = 'testsecret';
const prefix = 'Specified signature is not matched with our calculation. server string to sign is:';

interface Vector {
  readonly request: HttpRequest;
  readonly stringToSign: string;
  readonly signature: string;
}

/** As the clients send it: every pair of the string to sign and the signature, in query or body. */
function sentAs(place: 'query' | 'body', stringToSign: string, signature: string): Vector {
  const [method = '', , canonical = ''] = stringToSign.split('&');
  const text = `${decodeURIComponent(canonical)}&Signature=${percentEncode(signature)}`;
  const request =
    place === 'query'
      ? httpRequest(method, `/?${text}`)
      : httpRequest(method, '/', { headers: formHeaders, body: text });
  return { request, stringToSign, signature };
}

const docs =
  'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26';
const popCore =
  '%2F&AccessKeyId%3Dtestid%26Action%3DDescribeInstances%26DryRun%3Dtrue%26Format%3DJSON%26RegionId%3Dcn-hangzhou%26SecurityGroupIds.1%3Dsg-1%26SecurityGroupIds.2%3Dsg-2%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3DNONCE%26SignatureVersion%3D1.0%26Size%3D3%26Tag.1.Key%3Dk%25201%252A~%26Tag.1.Value%3Dv%252B%2527%252F%2526%253D%25C3%25A9%26Timestamp%3D2024-01-02T03%253A04%253A05Z%26Version%3D2014-05-26';

const vectors: Record<string, Vector> = {
  'V1-a, the documented example': sentAs('query', docs, 'OLeaidS1JvxuMvnyHOwuJ+uX5qY='),
  'V1-b, openapi-core POST with the parameters in the URL': {
    request: httpRequest(
      'POST',
      '/?Action=CreateNetworkInterface&Format=json&Version=2014-05-26&Timestamp=2024-01-02T03%3A04%3A05Z&SignatureNonce=nonce-0001&ClientToken=tok&DeleteOnRelease=true&QueueNumber=8&RegionId=cn-hangzhou&SecurityGroupIds.1=sg-1&SecurityGroupIds.2=sg-2&Tag.1.Key=k%201*~&Tag.1.Value=v%2B%27%2F%26%3D%C3%A9&VSwitchId=vsw-1&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=testid&Signature=l36PWoxN1%2FglhDoOwCEppIBGss4%3D',
    ),
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DCreateNetworkInterface%26ClientToken%3Dtok%26DeleteOnRelease%3Dtrue%26Format%3Djson%26QueueNumber%3D8%26RegionId%3Dcn-hangzhou%26SecurityGroupIds.1%3Dsg-1%26SecurityGroupIds.2%3Dsg-2%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dnonce-0001%26SignatureVersion%3D1.0%26Tag.1.Key%3Dk%25201%252A~%26Tag.1.Value%3Dv%252B%2527%252F%2526%253D%25C3%25A9%26Timestamp%3D2024-01-02T03%253A04%253A05Z%26VSwitchId%3Dvsw-1%26Version%3D2014-05-26',
    signature: 'l36PWoxN1/glhDoOwCEppIBGss4=',
  },
  'V1-c, query and form together': {
    request: httpRequest(
      'POST',
      '/?Action=DescribeInstances&Format=json&Version=2014-05-26&Timestamp=2024-01-02T03%3A04%3A05Z&SignatureNonce=nonce-0001&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=testid&Signature=csVaHnaHzG41inTSZcaSXjUaPK0%3D',
      {
        headers: formHeaders,
        body: 'InstanceIds=%5B%22i-1%22%2C%22i-2%22%5D&Tag.1.Key=a%20b&Tag.1.Value=c*d~&DryRun=true&N=5',
      },
    ),
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeInstances%26DryRun%3Dtrue%26Format%3Djson%26InstanceIds%3D%255B%2522i-1%2522%252C%2522i-2%2522%255D%26N%3D5%26RegionId%3Dcn-hangzhou%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dnonce-0001%26SignatureVersion%3D1.0%26Tag.1.Key%3Da%2520b%26Tag.1.Value%3Dc%252Ad~%26Timestamp%3D2024-01-02T03%253A04%253A05Z%26Version%3D2014-05-26',
    signature: 'csVaHnaHzG41inTSZcaSXjUaPK0=',
  },
  'V1-d, an STS token': sentAs(
    'query',
    'POST&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3Djson%26SecurityToken%3Dsts-token%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dnonce-0001%26SignatureVersion%3D1.0%26Timestamp%3D2024-01-02T03%253A04%253A05Z%26Version%3D2014-05-26',
    'd8T7RxNikR30wNLchKGT5d5RgkY=',
  ),
  'V1-e, pop-core GET': sentAs(
    'query',
    `GET&${popCore.replace('NONCE', '429d855e764ede58c5853148f9c75e1c')}`,
    'yDng5up+wPPYNjvvFb48iHWbjsQ=',
  ),
  'V1-f, pop-core POST with everything in the body': sentAs(
    'body',
    `POST&${popCore.replace('NONCE', '7d49d213175c4a9cceedfd90d179d250')}`,
    '3CqukyWUny0o8wDTE8vr6jr7nLg=',
  ),
  'V1-g, pop-core GET with an STS token': sentAs(
    'query',
    'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DJSON%26SecurityToken%3Dsts-token%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D55b3bd45dd34502b7719aa713138c711%26SignatureVersion%3D1.0%26Timestamp%3D2024-01-02T03%253A04%253A05Z%26Version%3D2014-05-26',
    'Cq/oJuWM6/EaQjGLTlFxdByjFgY=',
  ),
  'V1-a with HMAC-SHA256': sentAs(
    'query',
    docs.replace('HMAC-SHA1', 'HMAC-SHA256'),
    'f+kDBRdR9n+P1zXfyHQUxMy5FsgBdfrvXstNbIWx5Gc=',
  ),
};

function parametersOf(request: HttpRequest) {
  const parameters = parseParameters(request);
  if (isRefusal(parameters)) throw new Error(parameters.message);
  return parameters;
}

function verify(request: HttpRequest, accessKeySecret = secret) {
  const parameters = parametersOf(request);
  const common = readCommonParameters(request, parameters);
  if (isRefusal(common)) return common;
  const credentials = requireCredentials(common);
  if (isRefusal(credentials)) return credentials;
  return verifySignature(request, parameters, credentials, accessKeySecret);
}

describe.each(Object.entries(vectors))('%s', (_, { request, stringToSign, signature }) => {
  const method = stringToSign.includes('HMAC-SHA256') ? 'HMAC-SHA256' : 'HMAC-SHA1';

  it('has this string to sign and this signature', () => {
    expect(stringToSignV1(request.method, parametersOf(request).all)).toBe(stringToSign);
    expect(signV1(stringToSign, secret, method)).toBe(signature);
  });

  it('is verified', () => {
    expect(verify(request)).toBe(true);
  });

  it('is refused with another secret, and told the string to sign', () => {
    expect(verify(request, 'testsecres')).toEqual({
      kind: 'refusal',
      code: 'SignatureDoesNotMatch',
      status: 400,
      message: prefix + stringToSign,
    });
  });

  it('is refused with one character of any value changed', () => {
    const [place, text] = request.body.length === 0 ? ['query', request.query] : ['body', request.body.toString()];
    for (const pair of text.split('&')) {
      const name = pair.slice(0, pair.indexOf('='));
      if (['SignatureMethod', 'SignatureVersion'].includes(name)) continue; // refused earlier
      const tampered = text.replace(
        pair,
        `${name}=${pair[name.length + 1] === 'x' ? 'y' : 'x'}${pair.slice(name.length + 2)}`,
      );
      const changed = place === 'query' ? { ...request, query: tampered } : { ...request, body: Buffer.from(tampered) };
      expect(verify(changed), name).toMatchObject({ code: 'SignatureDoesNotMatch' });
    }
  });

  it('is refused under another method', () => {
    expect(verify({ ...request, method: request.method === 'GET' ? 'POST' : 'GET' })).toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });
});

describe('verifyV1', () => {
  const { request } = vectors['V1-b, openapi-core POST with the parameters in the URL']!;

  it('covers added, removed and renamed parameters', () => {
    for (const query of [
      `${request.query}&Extra=`,
      request.query.replace('&ClientToken=tok', ''),
      request.query.replace('SecurityGroupIds.2', 'SecurityGroupIds.3'),
    ]) {
      expect(verify({ ...request, query })).toMatchObject({ code: 'SignatureDoesNotMatch' });
    }
  });

  it('does not care for the order of parameters, nor for how they are encoded', () => {
    const query = request.query.split('&').reverse().join('&').replace('k%201*~', '%6B+1%2A%7E');
    expect(verify({ ...request, query })).toBe(true);
  });

  it.each(['', 'x', 'l36PWoxN1/glhDoOwCEppIBGss4', 'l36PWoxN1/glhDoOwCEppIBGss5=', 'é'.repeat(28)])(
    'refuses the signature %j',
    (signature) => {
      const query = request.query.replace('l36PWoxN1%2FglhDoOwCEppIBGss4%3D', percentEncode(signature));
      expect(verify({ ...request, query })).toMatchObject({ status: 400 });
    },
  );
});
