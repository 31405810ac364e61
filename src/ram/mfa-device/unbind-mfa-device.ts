import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { saveBinding } from './mfa-device.table.ts';
import { deviceOfNamed } from './named-device.ts';

/**
 * Takes a RAM user's MFA device from it; the device stays and can be bound again or deleted.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-unbindmfadevice
 */
export const unbindMfaDevice = operation('Ram', 'UnbindMFADevice', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const device = await deviceOfNamed(context, name);
    if (isRefusal(device)) return device;
    await saveBinding(context.tx, device.serialNumber, undefined);
    return { MFADevice: { SerialNumber: device.serialNumber } };
  },
});
