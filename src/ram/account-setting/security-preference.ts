import { defaultSelfService, type SelfService } from '../../access/policy/self-service.ts';
import type { Transaction } from '../../store/store.ts';
import { readSetting } from './setting.table.ts';

/** What an account leaves to its users, and how they log on; the names are those of the parameters. */
export interface SecurityPreference extends SelfService {
  readonly EnableSaveMFATicket: boolean;
  readonly AllowUserToManagePublicKeys: boolean;
  /** In hours. */
  readonly LoginSessionDuration: number;
  /** CIDR blocks with `;` between them; empty: from everywhere. */
  readonly LoginNetworkMasks: string;
}

/** The preference of an account that has set none, and the value of what is left out when one is set. */
export const defaultSecurityPreference: SecurityPreference = {
  ...defaultSelfService,
  EnableSaveMFATicket: false,
  AllowUserToManagePublicKeys: false,
  LoginSessionDuration: 6,
  LoginNetworkMasks: '',
};

export async function securityPreferenceOf(tx: Transaction, accountId: string): Promise<SecurityPreference> {
  return (await readSetting<SecurityPreference>(tx, accountId, 'SecurityPreference')) ?? defaultSecurityPreference;
}

/** The preference as it is answered, in four parts. */
export function describedPreference(preference: SecurityPreference) {
  return {
    AccessKeyPreference: { AllowUserToManageAccessKeys: preference.AllowUserToManageAccessKeys },
    LoginProfilePreference: {
      EnableSaveMFATicket: preference.EnableSaveMFATicket,
      AllowUserToChangePassword: preference.AllowUserToChangePassword,
      LoginSessionDuration: preference.LoginSessionDuration,
      LoginNetworkMasks: preference.LoginNetworkMasks,
    },
    MFAPreference: { AllowUserToManageMFADevices: preference.AllowUserToManageMFADevices },
    PublicKeyPreference: { AllowUserToManagePublicKeys: preference.AllowUserToManagePublicKeys },
  };
}
