import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { call, type Parameters } from '../../test/support/signed-client.ts';
import type { TestAccount } from '../../test/support/test-account.ts';

const localyun = startTestLocalyun();

/** The code that a call with a secret is answered. */
async function codeOf({ accessKeyId }: TestAccount, accessKeySecret: string, more: Parameters = {}): Promise<string> {
  const { text } = await call(localyun.port, { accessKeyId, accessKeySecret }, 'Sts', 'GetCallerIdentity', more);
  return JSON.parse(text).Code ?? 'OK';
}

const isThere = async ({ accountId }: TestAccount) =>
  (await localyun.server.levers.accounts.list()).some(({ id }) => id === accountId);

describe('an account that is made when its key is first used', () => {
  it('is made by a call that proves to be of its root, and by no other', async () => {
    const account = localyun.account();
    for (const secret of ['', 'l', 'guessed', 'LOCALYUN', 'localyun ']) {
      expect(await codeOf(account, secret)).toBe('SignatureDoesNotMatch');
    }
    const token = { SecurityToken: 'made-up' };
    expect(await codeOf(account, 'localyun', token)).toBe('InvalidSecurityToken.MismatchWithAccessKey');
    expect(await isThere(account)).toBe(false);
    expect(await codeOf(account, 'localyun')).toBe('OK');
    expect(await isThere(account)).toBe(true);
    expect(await codeOf(account, 'guessed')).toBe('SignatureDoesNotMatch');
  });

  it('is made once by many calls at the same time, right and wrong ones', async () => {
    const account = localyun.account();
    const secrets = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'localyun' : 'guessed'));
    const codes = await Promise.all(secrets.map((secret) => codeOf(account, secret)));
    expect(codes).toEqual(secrets.map((secret) => (secret === 'localyun' ? 'OK' : 'SignatureDoesNotMatch')));
  });

  it('stays without its root key once that was deleted, whatever a call proves', async () => {
    const account = localyun.account();
    await account.ok('Ram', 'DeleteAccessKey', { UserAccessKeyId: account.accessKeyId });
    for (const secret of ['localyun', 'guessed']) {
      expect(await codeOf(account, secret)).toBe('InvalidAccessKeyId.NotFound');
    }
  });
});
