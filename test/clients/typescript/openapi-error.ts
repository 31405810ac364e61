import { expect } from 'vitest';
import type { ExposedRefusal } from '../official-client.ts';

interface OpenApiError extends Error {
  readonly code: string;
  readonly statusCode: number;
  readonly requestId: string;
  readonly data: { readonly Message: string; readonly RequestId: string };
}

/** What every client over `@alicloud/openapi-core` says about a refusal, checked for agreeing with itself. */
export function exposedByOpenApi(thrown: unknown): ExposedRefusal {
  const error = thrown as OpenApiError;
  if (error.data === undefined || error.statusCode === undefined) throw thrown;
  const { code, statusCode: status, requestId, data } = error;
  expect(error.message).toBe(`${code}: code: ${status}, ${data.Message} request id: ${requestId}`);
  expect(error.name).toBe(
    code.includes('Throttling') ? 'ThrottlingError' : status < 500 ? 'ClientError' : 'ServerError',
  );
  expect(data.RequestId).toBe(requestId);
  return { code, status, requestId, message: data.Message };
}
