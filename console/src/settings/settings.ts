/** What a caller proves itself with. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of temporary keys only. */
  readonly securityToken?: string;
}

/** Who sends the calls: an access key, and how people call whom it belongs to. */
export interface Identity extends AccessKey {
  /** For example `root` or `user alice`. */
  readonly label: string;
}

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** What is chosen in the header and holds for all pages. */
export interface Settings {
  /** The name of the account, which is the id of its root's access key: `localyun` or `localyun-NAME`. */
  readonly account: string;
  readonly identity: Identity;
  readonly regionId: string;
  readonly theme: Theme;
  /** What the control API asks for where it is not open; empty without. */
  readonly controlToken: string;
}

/** The secret of every account's root. */
const builtInSecret = 'localyun';
export const defaultAccount = 'localyun';

export function rootOf(account: string): Identity {
  return { accessKeyId: account, accessKeySecret: builtInSecret, label: 'root' };
}

/** Whether a text names an account, which is made when its key is first used. */
export function isAccountName(text: string): boolean {
  return /^localyun(-[A-Za-z0-9._-]{1,64})?$/.test(text);
}

export const defaultSettings: Settings = {
  account: defaultAccount,
  identity: rootOf(defaultAccount),
  regionId: 'cn-hangzhou',
  theme: 'auto',
  controlToken: '',
};
