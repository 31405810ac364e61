import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { boundUser, findDevice, removeDevice } from './mfa-device.table.ts';

/**
 * Deletes a virtual MFA device that is bound to nobody.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deletevirtualmfadevice
 */
export const deleteVirtualMfaDevice = operation('Ram', 'DeleteVirtualMFADevice', {
  required: ['SerialNumber'],
  permits: ['{SerialNumber}'],

  async execute({ SerialNumber: serialNumber = '' }, { tx, accountId }) {
    if ((await findDevice(tx, accountId, serialNumber)) === undefined) {
      return refuse('EntityNotExist.VirtualMFADevice', { serialNumber });
    }
    const userName = await boundUser(tx, serialNumber);
    if (userName !== undefined) return refuse('DeleteConflict.VirtualMFADevice.User', { serialNumber, userName });
    await removeDevice(tx, serialNumber);
    return {};
  },
});
