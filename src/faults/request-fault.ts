/** What a request fault does to the requests that it meets. */
export const requestEffects = ['error', 'delay', 'reset-before', 'reset-after', 'truncate', 'hang'] as const;
export type RequestEffect = (typeof requestEffects)[number];

/** Which requests a fault meets: those of which everything given here is true. */
export interface FaultMatch {
  /** Such as `Ecs`. */
  readonly product?: string | undefined;
  /** Such as `DeleteNetworkInterface`. */
  readonly action?: string | undefined;
  /** The id of the account that is called for. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** An id that any parameter of the request has, alone or in a list. */
  readonly resource?: string | undefined;
  /** Who calls: an access key id, the name of a RAM user or role, or an ARN. */
  readonly identity?: string | undefined;
}

/** What the client gets in place of an answer. */
export interface FaultAnswer {
  readonly status: number;
  readonly code: string;
  /** The message, with `{placeholders}`. */
  readonly template: string;
}

/** A fault as it is asked for, with the answer of an `error` looked up. */
export interface WantedRequestFault extends FaultMatch {
  readonly effect: RequestEffect;
  /** Of `error`. */
  readonly answer?: FaultAnswer | undefined;
  /** Of `error`: the header `x-acs-retry-after`, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Of `delay`: how long at least, in milliseconds. */
  readonly minMs?: number | undefined;
  /** Of `delay`: how long at most; of `hang`: after how long the connection is closed, in milliseconds. */
  readonly maxMs?: number | undefined;
  /** How many requests it meets; undefined for any number. */
  readonly times?: number | undefined;
  /** The part of the matching requests that it meets, above 0 and up to 1; undefined for all of them. */
  readonly rate?: number | undefined;
  /** The same seed meets the same ones of a row of requests. */
  readonly seed?: number | undefined;
}

/** A fault that is set. */
export interface RequestFault extends WantedRequestFault {
  readonly faultId: string;
  /** How many requests it has met. */
  readonly met: number;
}
