import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { deviceOfNamed } from './named-device.ts';

/**
 * Tells which MFA device a RAM user has.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getusermfainfo
 */
export const getUserMfaInfo = operation('Ram', 'GetUserMFAInfo', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const device = await deviceOfNamed(context, name);
    return isRefusal(device) ? device : { MFADevice: { SerialNumber: device.serialNumber, Type: 'VMFA' } };
  },
});
