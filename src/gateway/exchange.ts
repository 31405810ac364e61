import type { Identity } from '../access/identity.ts';
import type { Contract } from '../contracts/contract.ts';
import type { RequestFault } from '../faults/request-fault.ts';
import type { Operation } from '../operation/operation.ts';
import type { HttpRequest } from './http-message.ts';
import type { BodyFormat } from './protocol/format.ts';
import type { CommonParameters } from './protocol/mode.ts';
import type { RequestParameters } from './protocol/parse.ts';

/** One request on its way through the pipeline: each step adds what it found out. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly requestId: string;
  /** The wall clock when the request arrived, in milliseconds. */
  readonly receivedAtMs: number;
  format: BodyFormat;
  parameters?: RequestParameters;
  common?: CommonParameters;
  action?: string;
  version?: string;
  contract?: Contract;
  operation?: Operation;
  identity?: Identity;
  /** The parameters as the operation gets them. */
  input?: object;
  regionId?: string;
  regionGiven?: boolean;
  /** The success body without RequestId. */
  response?: object;
  /** What the operator wants to go wrong with it. */
  fault?: RequestFault;
}

/** What a later step may rely on; a missing part means the pipeline's order is wrong. */
export function known<Name extends keyof Exchange>(exchange: Exchange, name: Name): NonNullable<Exchange[Name]> {
  const value = exchange[name];
  if (value === undefined || value === null) throw new Error(`the pipeline has no ${name} yet`);
  return value as NonNullable<Exchange[Name]>;
}
