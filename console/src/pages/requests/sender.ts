import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import type { AddressedCaller } from '../../settings/addressed-caller.ts';
import { isAccountName } from '../../settings/settings.ts';

type Sent = Pick<ListedRequest, 'account' | 'accessKeyId' | 'region'>;

/** Who sent a request and where, for the addresses that lead to calls of the same caller. */
export function senderOf({ account, accessKeyId, region }: Sent): AddressedCaller {
  return { account, accessKeyId, regionId: region };
}

/** The root of the account that sent it. */
export function rootOfSender(request: Sent): AddressedCaller {
  const sender = senderOf(request);
  const isRoot = sender.accessKeyId !== undefined && isAccountName(sender.accessKeyId);
  return isRoot ? sender : { ...sender, accessKeyId: undefined };
}
