import { defaultSettings, type Identity, isAccountName, rootOf, type Settings, themes } from './settings.ts';

const place = 'localyun-console';

/**
 * The choices of this tab, or those that were made last where the tab is new. They become the tab's own at once, so that
 * no other tab changes them. Keys and tokens are kept for the tab only.
 */
export function storedSettings(): Settings {
  const kept = read(window.localStorage);
  const ofTab = read(window.sessionStorage);
  const identity = identityIn(ofTab.identity);
  const account = accountIn(ofTab, identity) ?? accountIn(kept, undefined) ?? defaultSettings.account;
  const settings: Settings = {
    account,
    identity: text(ofTab.account) === account && identity !== undefined ? identity : rootOf(account),
    regionId: text(ofTab.regionId) || text(kept.regionId) || defaultSettings.regionId,
    theme: themes.find((theme) => theme === kept.theme) ?? defaultSettings.theme,
    controlToken: text(ofTab.controlToken),
  };
  storeOfTab(settings);
  return settings;
}

/** Keeps the choices for this tab, and what is no secret as the beginning of new ones. */
export function storeSettings(settings: Settings): void {
  const { account, regionId, theme } = settings;
  write(window.localStorage, { account, regionId, theme });
  storeOfTab(settings);
}

function storeOfTab({ account, identity, regionId, controlToken }: Settings): void {
  write(window.sessionStorage, { account, identity, regionId, controlToken });
}

/** An account of another name than those that come into being by themselves is only known by a key. */
function accountIn(stored: Readonly<Record<string, unknown>>, identity: Identity | undefined): string | undefined {
  const account = text(stored.account);
  return isAccountName(account) || (account !== '' && identity !== undefined) ? account : undefined;
}

function identityIn(stored: unknown): Identity | undefined {
  const identity = record(stored);
  if (text(identity.accessKeyId) === '') return undefined;
  return {
    accessKeyId: text(identity.accessKeyId),
    accessKeySecret: text(identity.accessKeySecret),
    label: text(identity.label),
    ...(text(identity.securityToken) === '' ? {} : { securityToken: text(identity.securityToken) }),
  };
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
