import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { codeAt } from './totp.ts';

interface Device {
  readonly SerialNumber: string;
  readonly Base32StringSeed: string;
}

describe('virtual MFA devices', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-one-device', quotas: { 'ram-virtual-mfa-devices': 1 } }] },
  });
  const create = async (account: TestAccount, VirtualMFADeviceName = 'phone'): Promise<Device> =>
    (await account.ok('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName })).VirtualMFADevice as Device;
  const list = async (account: TestAccount): Promise<Body[]> =>
    (await account.ok('Ram', 'ListVirtualMFADevices', {})).VirtualMFADevices.VirtualMFADevice;
  /** What the device shows `steps` half minutes from now. */
  const shown = ({ Base32StringSeed }: Device, steps: number): string =>
    codeAt(Base32StringSeed, Date.parse(localyun.server.levers.clock().now) + steps * 30_000);
  const binding = (device: Device, overrides: Parameters = {}): Parameters => ({
    UserName: 'alice',
    SerialNumber: device.SerialNumber,
    AuthenticationCode1: shown(device, -1),
    AuthenticationCode2: shown(device, 0),
    ...overrides,
  });
  const withUsers = async (): Promise<TestAccount> => {
    const account = localyun.account();
    for (const UserName of ['alice', 'bob']) await account.ok('Ram', 'CreateUser', { UserName, DisplayName: 'Ms. A' });
    return account;
  };

  it('are made with a secret and a picture of it, and listed', async () => {
    const account = localyun.account();
    const device = await create(account);
    expect(device).toEqual({
      SerialNumber: `acs:ram::${account.accountId}:mfa/phone`,
      Base32StringSeed: expect.stringMatching(/^[A-Z2-7]{32}$/),
      QRCodePNG: expect.stringMatching(/^iVBORw0KGgo/),
    });
    const other = await create(account, 'a-tablet');
    expect(other.Base32StringSeed).not.toBe(device.Base32StringSeed);
    expect(await list(account)).toEqual([{ SerialNumber: other.SerialNumber }, { SerialNumber: device.SerialNumber }]);
    const again = await account.refused('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' });
    expect(again).toMatchObject({ status: 409, code: 'EntityAlreadyExists.VirtualMFADevice' });
    expect(await list(localyun.account())).toEqual([]);
    await create(localyun.account());
  });

  it('are bound by two successive codes, shown with their user, and taken from it', async () => {
    const account = await withUsers();
    const device = await create(account);
    await account.ok('Ram', 'BindMFADevice', binding(device));
    const { UserId } = (await account.ok('Ram', 'GetUser', { UserName: 'alice' })).User;
    const { SerialNumber } = device;
    expect(await list(account)).toEqual([
      {
        SerialNumber,
        ActivateDate: expect.stringMatching(/Z$/),
        User: { UserId, UserName: 'alice', DisplayName: 'Ms. A' },
      },
    ]);
    const info = () => account.ok('Ram', 'GetUserMFAInfo', { UserName: 'alice' });
    expect((await info()).MFADevice).toEqual({ SerialNumber, Type: 'VMFA' });
    expect(await account.refused('Ram', 'DeleteUser', { UserName: 'alice' })).toMatchObject({
      status: 409,
      code: 'DeleteConflict.User.MFADevice',
    });
    expect(await account.refused('Ram', 'DeleteVirtualMFADevice', { SerialNumber })).toMatchObject({
      status: 409,
      code: 'DeleteConflict.VirtualMFADevice.User',
    });
    const unbound = await account.ok('Ram', 'UnbindMFADevice', { UserName: 'alice' });
    expect(unbound.MFADevice).toEqual({ SerialNumber });
    expect(await list(account)).toEqual([{ SerialNumber }]);
    await account.ok('Ram', 'DeleteUser', { UserName: 'alice' });
    await account.ok('Ram', 'DeleteVirtualMFADevice', { SerialNumber });
    expect(await list(account)).toEqual([]);
  });

  it('are not bound by codes that are wrong, of another time or in the wrong order', async () => {
    const account = await withUsers();
    const device = await create(account);
    const other = await create(account, 'other');
    for (const [first, second] of [
      [shown(device, 0), shown(device, -1)],
      [shown(device, 0), shown(device, 0)],
      [shown(device, -6), shown(device, -5)],
      [shown(device, 4), shown(device, 5)],
      [shown(other, -1), shown(other, 0)],
    ]) {
      const codes = { AuthenticationCode1: first, AuthenticationCode2: second };
      const refusal = await account.refused('Ram', 'BindMFADevice', binding(device, codes));
      expect(refusal).toMatchObject({ status: 403, code: 'CheckAuthenticationCodeFail' });
    }
    await localyun.advance(3_600_000);
    const late = binding(device);
    await localyun.advance(3_600_000);
    expect(await account.refused('Ram', 'BindMFADevice', late)).toMatchObject({ code: 'CheckAuthenticationCodeFail' });
    expect(await list(account)).toEqual([{ SerialNumber: other.SerialNumber }, { SerialNumber: device.SerialNumber }]);
    await account.ok('Ram', 'BindMFADevice', binding(device));
  });

  it('are one a user, of one user', async () => {
    const account = await withUsers();
    const device = await create(account);
    const other = await create(account, 'other');
    await account.ok('Ram', 'BindMFADevice', binding(device));
    const second = await account.refused('Ram', 'BindMFADevice', binding(other));
    expect(second).toMatchObject({ status: 409, code: 'EntityAlreadyExists.User.MFADevice' });
    const shared = await account.refused('Ram', 'BindMFADevice', binding(device, { UserName: 'bob' }));
    expect(shared).toMatchObject({ status: 409, code: 'EntityAlreadyExists.VirtualMFADevice.User' });
    await account.ok('Ram', 'BindMFADevice', binding(other, { UserName: 'bob' }));
  });

  it('are as many as the quota allows', async () => {
    const account = localyun.account('one-device');
    const device = await create(account);
    const refusal = await account.refused('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'two' });
    expect(refusal).toMatchObject({ status: 409, code: 'LimitExceeded.VirtualMFADevice' });
    expect(await list(account)).toEqual([{ SerialNumber: device.SerialNumber }]);
    await account.ok('Ram', 'DeleteVirtualMFADevice', { SerialNumber: device.SerialNumber });
    await create(account, 'two');
  });

  it.each([
    ['a'.repeat(65), 'InvalidParameter.VirtualMFADeviceName.Length'],
    ['my_phone', 'InvalidParameter.VirtualMFADeviceName.InvalidChars'],
    [undefined, 'MissingParameter'],
  ])('are not made as %s', async (VirtualMFADeviceName, code) => {
    const refusal = await localyun.account().refused('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName });
    expect(refusal).toMatchObject({ status: 400, code });
  });

  it('are not bound or deleted when they or their user are not there', async () => {
    const account = await withUsers();
    const device = await create(account);
    const theirs = await create(localyun.account());
    const bind = (overrides: Parameters) => account.refused('Ram', 'BindMFADevice', binding(device, overrides));
    expect(await bind({ UserName: 'nobody' })).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
    expect(await bind({ UserName: 'no body' })).toMatchObject({ code: 'InvalidParameter.UserName.InvalidChars' });
    expect(await bind({ UserName: 'a'.repeat(65) })).toMatchObject({ code: 'InvalidParameter.UserName.Length' });
    const noDevice = { status: 404, code: 'EntityNotExist.VirtualMFADevice' };
    expect(await bind({ SerialNumber: theirs.SerialNumber })).toMatchObject(noDevice);
    expect(await bind({ AuthenticationCode1: '12345' })).toMatchObject({
      status: 400,
      code: 'InvalidParameter.AuthenticationCode.Format',
    });
    expect(await bind({ AuthenticationCode2: '12345x' })).toMatchObject({
      status: 400,
      code: 'InvalidParameter.AuthenticationCode.Format',
    });
    expect(await bind({ AuthenticationCode2: undefined })).toMatchObject({ code: 'MissingParameter' });
    const { SerialNumber } = theirs;
    expect(await account.refused('Ram', 'DeleteVirtualMFADevice', { SerialNumber })).toMatchObject(noDevice);
    expect(await account.refused('Ram', 'DeleteVirtualMFADevice', {})).toMatchObject({ code: 'MissingParameter' });
  });

  it.each(['GetUserMFAInfo', 'UnbindMFADevice'])('%s needs a user that has one', async (action) => {
    const account = await withUsers();
    const refused = (parameters: Parameters) => account.refused('Ram', action, parameters);
    expect(await refused({ UserName: 'alice' })).toMatchObject({ status: 404, code: 'EntityNotExist.User.MFADevice' });
    expect(await refused({ UserName: 'nobody' })).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
    expect(await refused({ UserName: 'no body' })).toMatchObject({ code: 'InvalidParameter.UserName.InvalidChars' });
    expect(await refused({ UserName: 'a'.repeat(65) })).toMatchObject({ code: 'InvalidParameter.UserName.Length' });
    expect(await refused({})).toMatchObject({ status: 400, code: 'MissingParameter' });
  });
});
