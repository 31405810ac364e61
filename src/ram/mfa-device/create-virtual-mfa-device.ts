import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { countDevices, insertDevice } from './mfa-device.table.ts';
import { enrolmentUrl, type MfaDevice, serialNumberOf } from './mfa-device.ts';
import { qrCodePng } from './qr-code.ts';
import { newSeed } from './totp.ts';

const longestName = 64;

/**
 * Creates a virtual MFA device that is bound to nobody. Its secret is answered this once, as text and as a picture that
 * apps scan.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createvirtualmfadevice
 */
export const createVirtualMfaDevice = operation('Ram', 'CreateVirtualMFADevice', {
  required: ['VirtualMFADeviceName'],
  permits: ['mfa/*'],
  rules: {
    VirtualMFADeviceName(value, name) {
      if (value.length > longestName) {
        return refuse('InvalidParameter.VirtualMFADeviceName.Length', { name, value, longest: longestName });
      }
      return /^[A-Za-z0-9-]+$/.test(value)
        ? undefined
        : refuse('InvalidParameter.VirtualMFADeviceName.InvalidChars', { name, value });
    },
  },

  async execute({ VirtualMFADeviceName: name = '' }, context) {
    const { tx, accountId, random, nowMs } = context;
    const device: MfaDevice = {
      serialNumber: serialNumberOf(accountId, name),
      accountId,
      userId: null,
      seed: newSeed(random),
      activatedAtMs: 0,
      createdAtMs: nowMs,
    };
    const { serialNumber, seed } = device;
    if (!(await insertDevice(tx, device))) return refuse('EntityAlreadyExists.VirtualMFADevice', { serialNumber });
    const limit = context.quota('ram-virtual-mfa-devices');
    if ((await countDevices(tx, accountId)) > limit) return refuse('LimitExceeded.VirtualMFADevice', { limit });
    return {
      VirtualMFADevice: {
        SerialNumber: serialNumber,
        Base32StringSeed: seed,
        QRCodePNG: qrCodePng(enrolmentUrl(device, name)).toString('base64'),
      },
    };
  },
});
