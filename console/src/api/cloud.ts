import type { ProductName } from '../../../src/contracts/contract.ts';
import type { SignedRequest } from '../../../src/control/explorer/signature-steps.ts';
import type { AccessKey } from '../settings/settings.ts';
import { type ApiErrorBody, readErrorBody } from './api-error.ts';
import type { ControlClient } from './control.ts';
import type { Parameters } from './parameters.ts';

/** One call of an operation, as it is to be made. */
export interface CloudCall {
  readonly product: ProductName;
  readonly action: string;
  /** `RegionId` too where the operation has it. */
  readonly parameters: Parameters;
  readonly key: AccessKey;
  /** V3 unless told otherwise. */
  readonly scheme?: 'V1' | 'V3';
  readonly method?: 'GET' | 'POST';
  readonly format?: 'JSON' | 'XML';
}

/** What came back. */
export interface CloudAnswer {
  readonly signed: SignedRequest;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly requestId: string;
  readonly durationMs: number;
  /** Of a refused call. */
  readonly error: ApiErrorBody | undefined;
}

/** A call of the API that was refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly requestId: string;

  constructor(status: number, { code, message, requestId }: ApiErrorBody) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/**
 * Signs a call, by the server, and sends it to the server's own port. A refusal is an answer too.
 * @throws ControlError when it cannot be signed, or the server cannot be reached
 */
export async function callCloud(control: ControlClient, call: CloudCall, signal?: AbortSignal): Promise<CloudAnswer> {
  const signed = await signCall(control, call, signal);
  const { method, path, headers, body } = signed.request;
  const sentAtMs = performance.now();
  const response = await fetch(path, {
    method,
    headers,
    ...(method === 'POST' ? { body } : {}),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  const durationMs = performance.now() - sentAtMs;
  const isError = response.status >= 400;
  return {
    signed,
    status: response.status,
    headers: [...response.headers],
    text,
    requestId: response.headers.get('x-acs-request-id') ?? '',
    durationMs,
    error: isError ? readErrorBody(text, response.headers.get('content-type') ?? '') : undefined,
  };
}

/** How a call is signed, step by step, without sending it. */
export function signCall(control: ControlClient, call: CloudCall, signal?: AbortSignal): Promise<SignedRequest> {
  const { product, action, parameters, key, scheme = 'V3', method = 'POST', format = 'JSON' } = call;
  const { accessKeyId, accessKeySecret, securityToken } = key;
  const asked = {
    product,
    action,
    parameters,
    accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { securityToken }),
    scheme,
    method,
    format,
    host: window.location.host,
  };
  return control.post<SignedRequest>('/explorer/sign', asked, signal);
}

/** The body of a call that is to succeed. @throws ApiError when it is refused, ControlError as `callCloud` */
export async function cloudBody<T>(
  control: ControlClient,
  call: Omit<CloudCall, 'format'>,
  signal?: AbortSignal,
): Promise<T> {
  const { status, text, error } = await callCloud(control, call, signal);
  if (error !== undefined) throw new ApiError(status, error);
  const body: T = JSON.parse(text);
  return body;
}
