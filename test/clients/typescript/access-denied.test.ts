import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../support/localyun.ts';
import type { Product } from '../../support/signed-client.ts';
import { productSdks } from './product-sdks.ts';

const user = { userName: 'denied', accessKeyId: 'denied-key', accessKeySecret: 'denied-secret' };
const noDeletions = { Version: '1', Statement: [{ Effect: 'Deny', Action: 'ecs:Delete*', Resource: '*' }] };

describe('the typed SDKs', () => {
  const localyun = startTestLocalyun({
    seed: {
      accounts: [
        {
          accessKeyId: 'localyun-denying',
          ramUsers: [{ ...user, policies: [{ policyName: 'no-deletions', policyDocument: noDeletions }] }],
        },
      ],
    },
  });

  /** What a call that has to be denied throws. */
  async function thrownBy(product: Product, action: string, parameters: Readonly<Record<string, unknown>>) {
    const client = productSdks.connect({ host: `127.0.0.1:${localyun.port}`, ...user });
    const error = await client.call(product, action, parameters).then(
      () => expect.fail('the call was not denied'),
      (thrown) => thrown,
    );
    return error as { code: string; statusCode: number; accessDeniedDetail: Record<string, string> };
  }

  it('hand over who was denied what by which policy', async () => {
    const { accountId } = localyun.account('denying');
    const error = await thrownBy('Ecs', 'DeleteNetworkInterface', {
      RegionId: 'cn-hangzhou',
      NetworkInterfaceId: 'eni-bp1234567890abcdefgh',
    });
    expect(error).toMatchObject({ code: 'Forbidden.RAM', statusCode: 403 });
    expect(error.accessDeniedDetail).toEqual({
      AuthAction: 'ecs:DeleteNetworkInterface',
      AuthResource: `acs:ecs:cn-hangzhou:${accountId}:eni/eni-bp1234567890abcdefgh`,
      AuthPrincipalType: 'SubUser',
      AuthPrincipalOwnerId: accountId,
      AuthPrincipalDisplayName: expect.stringMatching(/^2\d{17}$/),
      NoPermissionType: 'ExplicitDeny',
      PolicyType: 'AccountLevelIdentityBasedPolicy',
      PolicyName: 'no-deletions',
      EncodedDiagnosticMessage: expect.any(String),
    });
  });

  it.each([
    ['Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' }, 'Forbidden.RAM'],
    ['Ram', 'ListUsers', {}, 'NoPermission'],
    ['ResourceManager', 'ListResourceGroups', {}, 'NoPermission'],
  ] as const)('hand over what nothing allowed: %s %s', async (product, action, parameters, code) => {
    const error = await thrownBy(product, action, parameters);
    expect(error).toMatchObject({ code, statusCode: 403 });
    expect(error.accessDeniedDetail).toMatchObject({ NoPermissionType: 'ImplicitDeny' });
  });
});
