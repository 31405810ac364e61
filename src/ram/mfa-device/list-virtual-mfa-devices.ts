import { leftOut } from '../../operation/left-out.ts';
import { operation } from '../../operation/operation.ts';
import { utcSeconds } from '../../operation/time.ts';
import { devicesOfAccount, type ListedDevice } from './mfa-device.table.ts';

/**
 * Lists the account's virtual MFA devices, those that are bound with their user.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listvirtualmfadevices
 */
export const listVirtualMfaDevices = operation('Ram', 'ListVirtualMFADevices', {
  permits: ['mfa/*'],

  async execute(_parameters, { tx, accountId }) {
    const devices = await devicesOfAccount(tx, accountId);
    return { VirtualMFADevices: { VirtualMFADevice: devices.map(described) } };
  },
});

function described({ serialNumber, activatedAtMs, userId, userName, displayName }: ListedDevice) {
  const isBound = userId !== null && userName !== null && displayName !== null;
  return {
    SerialNumber: serialNumber,
    ...(isBound ? { ActivateDate: utcSeconds(activatedAtMs) } : {}),
    User: isBound ? { UserId: userId, UserName: userName, DisplayName: displayName } : leftOut,
  };
}
