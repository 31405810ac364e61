import type { TransitionOutcome } from '../operation/context.ts';
import type { RequestEffect, RequestFault } from './request-fault.ts';
import type { SetTransitionFault } from './transition-faults.ts';

/** A fault of either sort as lists show it; what is absent does not narrow it down. */
export interface FaultEntry {
  readonly id: string;
  readonly effect: RequestEffect | TransitionOutcome;
  readonly transition?: string;
  readonly product?: string;
  readonly action?: string;
  readonly account?: string;
  readonly region?: string;
  readonly resource?: string;
  readonly identity?: string;
  readonly code?: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly minMs?: number;
  readonly maxMs?: number;
  readonly rate?: number;
  readonly seed?: number;
  /** How many requests or changes it still meets; absent where there is no end. */
  readonly remaining?: number;
  /** Of requests: how many it has met. */
  readonly met?: number;
}

export function ofRequests({ faultId, answer, times, ...fault }: RequestFault): FaultEntry {
  return withoutAbsent({
    id: faultId,
    ...fault,
    code: answer?.code,
    status: answer?.status,
    remaining: times === undefined ? undefined : times - fault.met,
  });
}

export function ofTransitions(fault: SetTransitionFault): FaultEntry {
  const { faultId, resourceType, kind, accountId, resourceId, outcome, remaining } = fault;
  return withoutAbsent({
    id: faultId,
    effect: outcome,
    transition: `${resourceType}/${kind}`,
    account: accountId === '' ? undefined : accountId,
    resource: resourceId === '' ? undefined : resourceId,
    remaining,
  });
}

type Absentable<Entry> = { readonly [Name in keyof Entry]: Entry[Name] | undefined };

function withoutAbsent(entry: Absentable<FaultEntry>): FaultEntry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as FaultEntry;
}
