import type { ProductName } from '../contracts/contract.ts';
import type { TransitionFault, TransitionTable } from '../engine/transitions.ts';
import type { TransitionOutcome } from '../operation/context.ts';
import { nearNames } from '../operation/near-names.ts';
import type { Operation } from '../operation/operation.ts';
import { findRegion } from '../operation/regions.ts';
import { documentedCodes } from './documented-codes.ts';
import { type FaultMatch, type RequestEffect, requestEffects, type WantedRequestFault } from './request-fault.ts';

/** What becomes of delayed changes that a fault meets. */
export const transitionEffects = ['stick', 'fail', 'complete'] as const satisfies readonly TransitionOutcome[];

/** A fault as an operator asks for it; `transition` is `resource-type/kind`. */
export interface AskedFault extends FaultMatch {
  readonly effect: RequestEffect | TransitionOutcome;
  readonly transition?: string | undefined;
  readonly code?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly minMs?: number | undefined;
  readonly maxMs?: number | undefined;
  readonly times?: number | undefined;
  readonly rate?: number | undefined;
  readonly seed?: number | undefined;
}

/** What a server has that faults can be about. */
export interface FaultableParts {
  readonly operations: ReadonlyMap<ProductName, ReadonlyMap<string, Operation>>;
  readonly transitions: Pick<TransitionTable, 'problemWith'>;
}

/** What is wrong with a fault that was asked for. */
export interface FaultProblem {
  readonly problem: string;
}

/** The fault of requests or of delayed changes that was asked for, or what is wrong with it. */
export function readAskedFault(
  asked: AskedFault,
  parts: FaultableParts,
): { readonly request: WantedRequestFault } | { readonly transition: TransitionFault } | FaultProblem {
  const { effect } = asked;
  const misplaced = misplacedMember(asked);
  if (misplaced !== undefined) return { problem: `${misplaced} means nothing with the effect ${effect}` };
  return isOfRequests(effect)
    ? requestFault({ ...asked, effect }, parts)
    : transitionFault({ ...asked, effect }, parts);
}

function isOfRequests(effect: AskedFault['effect']): effect is RequestEffect {
  return (requestEffects as readonly string[]).includes(effect);
}

const matching = ['account', 'resource', 'times'] as const;
const ofAnyRequest = ['product', 'action', 'region', 'identity', 'rate', 'seed', ...matching] as const;
/** What can be said beside each effect. */
const members: Readonly<Record<AskedFault['effect'], readonly (keyof AskedFault)[]>> = {
  error: ['code', 'retryAfterMs', ...ofAnyRequest],
  delay: ['minMs', 'maxMs', ...ofAnyRequest],
  'reset-before': ofAnyRequest,
  'reset-after': ofAnyRequest,
  truncate: ofAnyRequest,
  hang: ['maxMs', ...ofAnyRequest],
  stick: ['transition', ...matching],
  fail: ['transition', ...matching],
  complete: ['transition', ...matching],
};

function misplacedMember(asked: AskedFault): string | undefined {
  const given = (Object.keys(asked) as (keyof AskedFault)[]).filter((name) => asked[name] !== undefined);
  return given.find((name) => name !== 'effect' && !members[asked.effect].includes(name));
}

function requestFault(asked: AskedFault & { readonly effect: RequestEffect }, parts: FaultableParts) {
  const { code, transition: _, ...wanted } = asked;
  const { effect, product, action, region, minMs, maxMs, rate, times = rate === undefined ? 1 : undefined } = wanted;
  const products = productsOf(product, action, parts.operations);
  if ('problem' in products) return products;
  if (region !== undefined && findRegion(region) === undefined)
    return { problem: `region: ${region} is not a known region` };
  if (effect === 'delay' && minMs === undefined && maxMs === undefined) {
    return { problem: 'minMs or maxMs must be given with the effect delay' };
  }
  if (minMs !== undefined && maxMs !== undefined && minMs > maxMs) {
    return { problem: `minMs: ${minMs} is more than maxMs, ${maxMs}` };
  }
  const named = product === undefined ? {} : { product: products.found[0] };
  if (effect !== 'error') return { request: { ...wanted, ...named, times } };
  if (code === undefined) return { problem: 'code must be given with the effect error' };
  const codes = documentedCodes(products.found, action);
  const answer = codes.get(code);
  const whose = action ?? product ?? 'any operation';
  if (answer === undefined) return { problem: `code: ${code} is no error of ${whose}${meant(codes.keys(), code)}` };
  return { request: { ...wanted, ...named, times, answer } };
}

function productsOf(
  product: string | undefined,
  action: string | undefined,
  operations: FaultableParts['operations'],
): { readonly found: readonly ProductName[] } | FaultProblem {
  const all = [...operations.keys()];
  const named = product === undefined ? all : all.filter((name) => name.toLowerCase() === product.toLowerCase());
  if (named.length === 0) return { problem: `product: ${product} is none of ${all.join(', ')}` };
  if (action === undefined) return { found: named };
  const found = named.filter((name) => operations.get(name)?.has(action));
  if (found.length > 0) return { found };
  const actions = named.flatMap((name) => [...(operations.get(name)?.keys() ?? [])]);
  return { problem: `action: ${action} is no operation of ${product ?? 'this server'}${meant(actions, action)}` };
}

function transitionFault(asked: AskedFault & { readonly effect: TransitionOutcome }, { transitions }: FaultableParts) {
  const { effect: outcome, transition, account: accountId, resource: resourceId, times: count = 1 } = asked;
  const problem = transitions.problemWith(transition ?? 'nothing', outcome);
  if (problem !== undefined || transition === undefined) return { problem: `transition: ${problem}` };
  const [resourceType = '', kind = ''] = transition.split('/');
  return { transition: { resourceType, kind, accountId, resourceId, outcome, count } };
}

function meant(names: Iterable<string>, written: string): string {
  const near = nearNames(names, written);
  return near.length === 0 ? '' : `; near ones are ${near.join(', ')}`;
}
