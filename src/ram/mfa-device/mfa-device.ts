/** A virtual MFA device: an app that shows a new code every half minute. */
export interface MfaDevice {
  /** `acs:ram::1000000000000001:mfa/phone`. */
  readonly serialNumber: string;
  readonly accountId: string;
  /** The user it is bound to; null: none. */
  readonly userId: string | null;
  /** The secret it makes its codes from, in Base32. */
  readonly seed: string;
  /** When it was bound; 0: it is not. */
  readonly activatedAtMs: number;
  readonly createdAtMs: number;
}

/** The serial number of the account's device of this name. */
export function serialNumberOf(accountId: string, deviceName: string): string {
  return `acs:ram::${accountId}:mfa/${deviceName}`;
}

/** What an app scans to become the device. */
export function enrolmentUrl({ accountId, seed }: MfaDevice, deviceName: string): string {
  const query = new URLSearchParams({ secret: seed, issuer: 'Aliyun' });
  return `otpauth://totp/${encodeURIComponent(`${deviceName}@${accountId}`)}?${query}`;
}
