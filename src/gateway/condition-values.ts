import type { ConditionValues } from '../access/policy/compile.ts';
import type { Tags } from '../access/resource-tags.ts';
import type { AccessedResource } from '../access/resources.ts';
import type { CallOrigin } from '../operation/context.ts';
import { utcSeconds } from '../operation/time.ts';
import { type Exchange, known } from './exchange.ts';
import type { HttpRequest } from './http-message.ts';

/**
 * What the conditions of policies can compare of a request: where it comes from, when and how, who sends it, and the
 * tags that it brings or that are on the resource. `acs:MFAPresent` is of logins to the console, so no request has it.
 * @param nowMs the time of the modelled world
 */
export function conditionValues(
  exchange: Exchange,
  nowMs: number,
  resource: AccessedResource,
  tags: Tags | undefined,
): ConditionValues {
  const origin = originOf(exchange.request);
  return (key) => {
    switch (key) {
      case 'acs:sourceip':
        return origin.sourceIp;
      case 'acs:currenttime':
        return utcSeconds(nowMs);
      case 'acs:securetransport':
        return String(origin.secure);
      case 'acs:principalarn':
        return principalArn(exchange);
      default:
        return tagValue(key, exchange, resource, tags);
    }
  };
}

/** Where a request came from; an IPv4 address is not written as an IPv6 one. */
export function originOf({ remoteAddress, secure }: HttpRequest): CallOrigin {
  return { sourceIp: remoteAddress.replace(/^::ffff:/, ''), secure };
}

/** For a session the role's. */
function principalArn(exchange: Exchange): string {
  const { accountId, userName, roleName } = known(exchange, 'identity').key;
  return `acs:ram::${accountId}:${roleName === '' ? `user/${userName}` : `role/${roleName}`}`;
}

function tagValue(
  key: string,
  exchange: Exchange,
  resource: AccessedResource,
  tags: Tags | undefined,
): string | undefined {
  const slash = key.indexOf('/');
  const [name, tagKey] = [key.slice(0, slash), key.slice(slash + 1)];
  switch (name) {
    case 'acs:requesttag':
      return requestTag(exchange, tagKey);
    case 'acs:resourcetag':
      return tags?.get(tagKey);
    case `${serviceOf(resource)}:tag`:
      // What is yet to be made has the tags that the request gives it.
      return resource.named === undefined ? requestTag(exchange, tagKey) : tags?.get(tagKey);
    default:
      return undefined;
  }
}

function serviceOf({ arn }: AccessedResource): string | undefined {
  return arn.split(':')[1];
}

/** The value of a tag among the `Tag.N` of a request. */
function requestTag(exchange: Exchange, tagKey: string): string | undefined {
  const { Tag: given } = known(exchange, 'input') as { readonly Tag?: unknown };
  if (!Array.isArray(given)) return undefined;
  const tag = (given as readonly { readonly Key?: string; readonly Value?: string }[]).find(
    ({ Key }) => Key === tagKey,
  );
  return tag === undefined ? undefined : (tag.Value ?? '');
}
