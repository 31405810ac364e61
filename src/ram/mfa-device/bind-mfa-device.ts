import { operation, type Rule } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { boundUser, deviceOf, findDevice, saveBinding } from './mfa-device.table.ts';
import { areSuccessiveCodes } from './totp.ts';

const sixDigits: Rule<string> = (value, name) =>
  /^[0-9]{6}$/.test(value) ? undefined : refuse('InvalidParameter.AuthenticationCode.Format', { name, value });

/**
 * Binds a virtual MFA device to a RAM user, once two successive codes prove that somebody has it.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-bindmfadevice
 */
export const bindMfaDevice = operation('Ram', 'BindMFADevice', {
  required: ['UserName', 'SerialNumber', 'AuthenticationCode1', 'AuthenticationCode2'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName, AuthenticationCode1: sixDigits, AuthenticationCode2: sixDigits },

  async execute(parameters, context) {
    const { UserName: name, SerialNumber: serialNumber = '' } = parameters;
    const { AuthenticationCode1: first = '', AuthenticationCode2: second = '' } = parameters;
    const { tx, accountId, nowMs } = context;
    const user = await namedUser(context, name);
    if (isRefusal(user)) return user;
    const device = await findDevice(tx, accountId, serialNumber);
    if (device === undefined) return refuse('EntityNotExist.VirtualMFADevice', { serialNumber });
    const own = await deviceOf(tx, user.userId);
    if (own !== undefined) {
      return refuse('EntityAlreadyExists.User.MFADevice', { userName: user.userName, serialNumber: own.serialNumber });
    }
    const owner = await boundUser(tx, serialNumber);
    if (owner !== undefined) {
      return refuse('EntityAlreadyExists.VirtualMFADevice.User', { serialNumber, userName: owner });
    }
    if (!areSuccessiveCodes(device.seed, [first, second], nowMs)) {
      return refuse('CheckAuthenticationCodeFail', { serialNumber });
    }
    await saveBinding(tx, serialNumber, { userId: user.userId, activatedAtMs: nowMs });
    return {};
  },
});
