import { isAccountName } from './settings.ts';

/** Whose calls an address is about, as far as it says: `as=localyun-team&in=cn-hangzhou`. */
export interface AddressedCaller {
  /** The id of an account, or the access key id of its root. */
  readonly account?: string | undefined;
  /** Of one of its identities; its root without. */
  readonly accessKeyId?: string | undefined;
  readonly regionId?: string | undefined;
}

/** Parameters of operations begin with capital letters, so these are none. */
const members = { account: 'as', accessKeyId: 'key', regionId: 'in' } as const;

/** What an address says of a caller, as members of its query. */
export function callerQuery({ account, accessKeyId, regionId }: AddressedCaller): Record<string, string> {
  // The key of such a root names its account, whatever the account's id is.
  const isNamed = accessKeyId !== undefined && isAccountName(accessKeyId);
  const owner = isNamed ? accessKeyId : account;
  return {
    ...given(members.account, owner),
    ...given(members.accessKeyId, isNamed || owner === undefined ? undefined : accessKeyId),
    ...given(members.regionId, regionId),
  };
}

/** The caller of an address; undefined where it says nothing of one. */
export function callerIn(query: URLSearchParams): AddressedCaller | undefined {
  const found = {
    account: query.get(members.account) ?? undefined,
    accessKeyId: query.get(members.accessKeyId) ?? undefined,
    regionId: query.get(members.regionId) ?? undefined,
  };
  return Object.values(found).some((value) => value !== undefined) ? found : undefined;
}

/** The rest of the query of an address. */
export function withoutCaller(query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(query);
  for (const member of Object.values(members)) rest.delete(member);
  return rest;
}

function given(member: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined || value === '' ? {} : { [member]: value };
}
