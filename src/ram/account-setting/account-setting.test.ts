import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

describe('the settings of an account', () => {
  const localyun = startTestLocalyun();

  describe('its alias', () => {
    const alias = async (account: TestAccount): Promise<string> =>
      (await account.ok('Ram', 'GetAccountAlias', {})).AccountAlias;
    const set = (account: TestAccount, AccountAlias: string) => account.ok('Ram', 'SetAccountAlias', { AccountAlias });

    it('is set, replaced and taken away', async () => {
      const account = localyun.account();
      expect(await alias(account)).toBe('');
      await set(account, 'blue-team');
      await set(account, 'blue-team');
      expect(await alias(account)).toBe('blue-team');
      await set(account, 'blue-team-2');
      expect(await alias(account)).toBe('blue-team-2');
      await account.ok('Ram', 'ClearAccountAlias', {});
      expect(await alias(account)).toBe('');
      await account.ok('Ram', 'ClearAccountAlias', {});
    });

    it('is that of one account only', async () => {
      const account = localyun.account();
      const other = localyun.account();
      await set(account, 'red-team');
      await set(other, 'green-team');
      const taken = await other.refused('Ram', 'SetAccountAlias', { AccountAlias: 'red-team' });
      expect(taken).toMatchObject({ status: 409, code: 'EntityAlreadyExists.AccountAlias' });
      expect(await alias(other)).toBe('green-team');
      await account.ok('Ram', 'ClearAccountAlias', {});
      await set(other, 'red-team');
      expect(await alias(other)).toBe('red-team');
    });

    it.each([
      ['ab', 'InvalidParameter.AccountAlias.Length'],
      ['a'.repeat(64), 'InvalidParameter.AccountAlias.Length'],
      ['Blue-team', 'InvalidParameter.AccountAlias.Format'],
      ['-blue', 'InvalidParameter.AccountAlias.Format'],
      ['blue-', 'InvalidParameter.AccountAlias.Format'],
      ['blue--team', 'InvalidParameter.AccountAlias.Format'],
      [undefined, 'MissingParameter'],
    ])('is not %s', async (AccountAlias, code) => {
      const account = localyun.account();
      expect(await account.refused('Ram', 'SetAccountAlias', { AccountAlias })).toMatchObject({ status: 400, code });
      expect(await alias(account)).toBe('');
    });
  });

  describe('its password policy', () => {
    const defaults = {
      MinimumPasswordLength: 8,
      RequireLowercaseCharacters: false,
      RequireUppercaseCharacters: false,
      RequireNumbers: false,
      RequireSymbols: false,
      HardExpiry: false,
      MaxPasswordAge: 0,
      PasswordReusePrevention: 0,
      MaxLoginAttemps: 0,
    };
    const get = async (account: TestAccount) => (await account.ok('Ram', 'GetPasswordPolicy', {})).PasswordPolicy;

    it('is what was set, and the default for the rest', async () => {
      const account = localyun.account();
      expect(await get(account)).toEqual(defaults);
      const wanted = {
        MinimumPasswordLength: 32,
        RequireLowercaseCharacters: true,
        RequireUppercaseCharacters: true,
        RequireNumbers: true,
        RequireSymbols: true,
        HardExpiry: true,
        MaxPasswordAge: 1095,
        PasswordReusePrevention: 24,
        MaxLoginAttemps: 32,
      };
      expect((await account.ok('Ram', 'SetPasswordPolicy', wanted)).PasswordPolicy).toEqual(wanted);
      expect(await get(account)).toEqual(wanted);
      expect(await get(localyun.account())).toEqual(defaults);
      await account.ok('Ram', 'SetPasswordPolicy', { RequireNumbers: true });
      expect(await get(account)).toEqual({ ...defaults, RequireNumbers: true });
    });

    it.each([
      [{ MinimumPasswordLength: 7 }, 'InvalidParameter.MinimumPasswordLength.Range'],
      [{ MinimumPasswordLength: 33 }, 'InvalidParameter.MinimumPasswordLength.Range'],
      [{ MaxPasswordAge: 1096 }, 'InvalidParameter'],
      [{ PasswordReusePrevention: 25 }, 'InvalidParameter'],
      [{ MaxLoginAttemps: -1 }, 'InvalidParameter'],
    ])('is not set to %j', async (wrong, code) => {
      const account = localyun.account();
      const refusal = await account.refused('Ram', 'SetPasswordPolicy', { RequireNumbers: true, ...wrong });
      expect(refusal).toMatchObject({ status: 400, code });
      expect(await get(account)).toEqual(defaults);
    });
  });

  describe('its security preference', () => {
    const defaults = {
      AccessKeyPreference: { AllowUserToManageAccessKeys: false },
      LoginProfilePreference: {
        EnableSaveMFATicket: false,
        AllowUserToChangePassword: true,
        LoginSessionDuration: 6,
        LoginNetworkMasks: '',
      },
      MFAPreference: { AllowUserToManageMFADevices: true },
      PublicKeyPreference: { AllowUserToManagePublicKeys: false },
    };
    const get = async (account: TestAccount) =>
      (await account.ok('Ram', 'GetSecurityPreference', {})).SecurityPreference;

    it('is what was set, and the default for the rest', async () => {
      const account = localyun.account();
      expect(await get(account)).toEqual(defaults);
      const { SecurityPreference } = await account.ok('Ram', 'SetSecurityPreference', {
        EnableSaveMFATicket: true,
        AllowUserToChangePassword: false,
        AllowUserToManageAccessKeys: true,
        AllowUserToManageMFADevices: false,
        AllowUserToManagePublicKeys: true,
        LoginSessionDuration: 24,
        LoginNetworkMasks: '10.0.0.0/8;192.168.0.0/16',
      });
      const wanted = {
        AccessKeyPreference: { AllowUserToManageAccessKeys: true },
        LoginProfilePreference: {
          EnableSaveMFATicket: true,
          AllowUserToChangePassword: false,
          LoginSessionDuration: 24,
          LoginNetworkMasks: '10.0.0.0/8;192.168.0.0/16',
        },
        MFAPreference: { AllowUserToManageMFADevices: false },
        PublicKeyPreference: { AllowUserToManagePublicKeys: true },
      };
      expect(SecurityPreference).toEqual(wanted);
      expect(await get(account)).toEqual(wanted);
      expect(await get(localyun.account())).toEqual(defaults);
      await account.ok('Ram', 'SetSecurityPreference', {});
      expect(await get(account)).toEqual(defaults);
    });

    it.each([
      [{ LoginSessionDuration: 0 }],
      [{ LoginSessionDuration: 25 }],
      [{ LoginNetworkMasks: '10.0.0.0' }],
      [{ LoginNetworkMasks: '10.0.0.0/8,192.168.0.0/16' }],
      [{ LoginNetworkMasks: new Array(41).fill('10.0.0.0/8').join(';') }],
    ])('is not set to %j', async (wrong) => {
      const account = localyun.account();
      const refusal = await account.refused('Ram', 'SetSecurityPreference', { EnableSaveMFATicket: true, ...wrong });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter' });
      expect(await get(account)).toEqual(defaults);
    });
  });
});
