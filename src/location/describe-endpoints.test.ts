import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { formHeaders, send, signedForm, versions } from '../../test/support/signed-client.ts';
import type { Body } from '../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const wanted = { Id: 'cn-beijing', ServiceCode: 'ecs', Type: 'openAPI' };

async function endpoints(parameters: object): Promise<Body[]> {
  const answer = await localyun.account().ok('Location', 'DescribeEndpoints', { ...parameters });
  return answer.Endpoints.Endpoint;
}

describe('DescribeEndpoints', () => {
  it('names the address that the client called, in the shape that clients read', async () => {
    const answer = await localyun.account().ok('Location', 'DescribeEndpoints', wanted);
    expect(answer).toEqual({
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      Success: true,
      Endpoints: {
        Endpoint: [
          {
            Endpoint: `127.0.0.1:${localyun.port}`,
            Id: 'cn-beijing',
            Namespace: expect.stringMatching(/^\d+$/),
            Protocols: { Protocols: ['HTTP', 'HTTPS'] },
            SerivceCode: 'ecs',
            Type: 'openAPI',
          },
        ],
      },
    });
  });

  it.each(Object.keys(versions).map((product) => product.toLowerCase()))('knows the service %s', async (code) => {
    const [found] = await endpoints({ ...wanted, ServiceCode: code });
    expect(found).toMatchObject({ SerivceCode: code, Endpoint: `127.0.0.1:${localyun.port}` });
  });

  it('takes a service in any case, and without a Type, as Terraform asks', async () => {
    expect(await endpoints({ Id: 'cn-hangzhou', ServiceCode: 'Vpc' })).toEqual([
      expect.objectContaining({ SerivceCode: 'vpc', Type: 'openAPI' }),
    ]);
  });

  it('has no endpoints of another type', async () => {
    expect(await endpoints({ ...wanted, Type: 'innerAPI' })).toEqual([]);
  });

  it.each([
    ['location.aliyuncs.com', 'ecs', 'ecs.cn-beijing.aliyuncs.com'],
    ['location-readonly.aliyuncs.com:8443', 'ram', 'ram.aliyuncs.com:8443'],
    ['location.aliyuncs.com', 'bssopenapi', 'business.aliyuncs.com'],
    ['localyun.internal:80', 'sts', 'localyun.internal:80'],
  ])('asked as %s, it names for %s %s', async (host, ServiceCode, endpoint) => {
    const { accessKeyId } = localyun.account();
    const key = { accessKeyId, accessKeySecret: 'localyun' };
    const form = signedForm(key, 'Location', 'DescribeEndpoints', { ...wanted, ServiceCode });
    const answer = await send(localyun.port, 'POST', '/', form, { ...formHeaders, host });
    expect(JSON.parse(answer.text).Endpoints.Endpoint[0].Endpoint).toBe(endpoint);
  });

  // The SDKs compare code and message to the letter.
  it.each([
    [{ ...wanted, Id: 'cn-atlantis' }, 404, 'InvalidRegionId', 'The specified region does not exist.'],
    [{ ...wanted, ServiceCode: 'slb' }, 400, 'Illegal Parameter', 'Please check the parameters'],
    [{ ...wanted, ServiceCode: 'constructor' }, 400, 'Illegal Parameter', 'Please check the parameters'],
  ])('refuses %j as the service does', async (parameters, status, code, message) => {
    expect(await localyun.account().refused('Location', 'DescribeEndpoints', parameters)).toEqual({
      status,
      code,
      message,
    });
  });

  it.each(['Id', 'ServiceCode'])('needs %s', async (name) => {
    const refused = await localyun.account().refused('Location', 'DescribeEndpoints', { ...wanted, [name]: '' });
    expect(refused).toMatchObject({ status: 400, code: 'MissingParameter', message: expect.stringContaining(name) });
  });

  it('takes no notice of the region that SDKs add to every call', async () => {
    expect(await endpoints({ ...wanted, RegionId: 'cn-atlantis' })).toHaveLength(1);
    const refused = await localyun
      .account()
      .refused('Location', 'DescribeEndpoints', { ...wanted, Id: 'cn-atlantis', RegionId: 'cn-atlantis' });
    expect(refused.code).toBe('InvalidRegionId');
  });

  it('answers XML too', async () => {
    const { text } = await localyun.account().call('Location', 'DescribeEndpoints', wanted, 'XML');
    expect(text).toContain('<Endpoints><Endpoint><Endpoint>127.0.0.1:');
    expect(text).toContain('<Protocols><Protocols>HTTP</Protocols><Protocols>HTTPS</Protocols></Protocols>');
  });

  it('leaves the other operations of Location known, and not implemented', async () => {
    expect(await localyun.account().refused('Location', 'DescribeServices', {})).toMatchObject({
      status: 400,
      code: 'InvalidAction.NotImplemented',
    });
  });
});

describe('a RAM user', () => {
  const auditor = { userName: 'auditor', accessKeyId: 'LTAIauditor', accessKeySecret: 'secret-of-auditor' };
  const seeded = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-located', ramUsers: [auditor] }] },
  });

  it('may ask without any policy', async () => {
    const form = signedForm(auditor, 'Location', 'DescribeEndpoints', wanted);
    expect(await send(seeded.port, 'POST', '/', form, formHeaders)).toMatchObject({ status: 200 });
  });
});
