import { callerArn } from '../operation/caller-arn.ts';
import type { AnsweredRequest } from './answered-request.ts';
import type { ListedRequest, WholeRequest } from './listed-request.ts';
import { resourceIdsIn } from './resource-ids.ts';

export function requestView(request: AnsweredRequest): ListedRequest {
  const { durationMs, accountId, accessKeyId, product, version, action, scheme, code, message, userAgent } = request;
  const { regionId } = request;
  return {
    requestId: request.requestId,
    at: new Date(request.atMs).toISOString(),
    durationMs: Math.round(durationMs * 1000) / 1000,
    ...(accountId === undefined || accountId === '' ? {} : { account: accountId, caller: callerOf(request) }),
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
    ...(product === undefined ? {} : { product }),
    ...(version === undefined ? {} : { version }),
    ...(action === undefined ? {} : { action }),
    ...(regionId === undefined ? {} : { region: regionId }),
    parameters: parametersOf(request),
    ...(request.httpMethod === '' ? {} : { method: request.httpMethod }),
    ...(scheme === undefined ? {} : { scheme }),
    format: request.format,
    status: request.status,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    resources: resourceIdsIn([...request.parameters, request.responseBody]),
    client: {
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(request.address === '' ? {} : { address: request.address }),
    },
  };
}

export function wholeRequestView(request: AnsweredRequest): WholeRequest {
  return { ...requestView(request), responseBody: request.responseBody };
}

/** The parameters by name, as sent. */
export function parametersOf({ parameters }: AnsweredRequest): Readonly<Record<string, string>> {
  const named: [string, string][] = [];
  for (let at = 0; at < parameters.length; at += 2) named.push([parameters[at] ?? '', parameters[at + 1] ?? '']);
  return Object.fromEntries(named);
}

/** The ARN of who called. */
export function callerOf({ accountId = '', userName, roleName, sessionName }: AnsweredRequest): string {
  return callerArn({ accountId, userName, roleName, sessionName });
}
