import { defaultSettings, isAccountName, rootOf, type Settings, themes } from './settings.ts';

const place = 'localyun-console';

/** The choices of last time. Keys and tokens are kept for the tab only. */
export function storedSettings(): Settings {
  const kept = read(window.localStorage);
  const ofTab = read(window.sessionStorage);
  const account = isAccountName(text(kept.account)) ? text(kept.account) : defaultSettings.account;
  const identity = record(ofTab.identity);
  return {
    account,
    identity:
      text(ofTab.account) === account && text(identity.accessKeyId) !== ''
        ? {
            accessKeyId: text(identity.accessKeyId),
            accessKeySecret: text(identity.accessKeySecret),
            label: text(identity.label),
            ...(text(identity.securityToken) === '' ? {} : { securityToken: text(identity.securityToken) }),
          }
        : rootOf(account),
    regionId: text(kept.regionId) || defaultSettings.regionId,
    theme: themes.find((theme) => theme === kept.theme) ?? defaultSettings.theme,
    controlToken: text(ofTab.controlToken),
  };
}

export function storeSettings({ account, identity, regionId, theme, controlToken }: Settings): void {
  write(window.localStorage, { account, regionId, theme });
  write(window.sessionStorage, { account, identity, controlToken });
}

function read(storage: Storage): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(storage.getItem(place) ?? '{}'));
  } catch {
    return {};
  }
}

function write(storage: Storage, value: object): void {
  try {
    storage.setItem(place, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing begins anew each time.
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
