import fc from 'fast-check';
import { allOwn, type Model } from './model.ts';
import type { AccountName } from './resources.ts';

/** Which resource a command takes: one that it can be carried out on, any, or one that is not there. */
export interface Pick {
  readonly from: 'fit' | 'any' | 'absent';
  readonly n: number;
}

const place = fc.nat(63);

/** Mostly fit, so that sequences get somewhere. */
export const pick: fc.Arbitrary<Pick> = fc.record({
  from: fc.oneof(
    { weight: 40, arbitrary: fc.constant('fit' as const) },
    { weight: 3, arbitrary: fc.constant('any' as const) },
    { weight: 1, arbitrary: fc.constant('absent' as const) },
  ),
  n: place,
});

/** Mostly the owner. */
export const caller: fc.Arbitrary<AccountName> = fc.oneof(
  { weight: 15, arbitrary: fc.constant('owner' as const) },
  { weight: 1, arbitrary: fc.constant('stranger' as const) },
);

/** `true` once in `n` times. */
export function seldom(n: number): fc.Arbitrary<boolean> {
  return fc.oneof({ weight: n - 1, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
}

/** Given once in `n` times. */
export function sometimes<Value>(n: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: n - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

interface Resource {
  readonly id: string;
  readonly owner: AccountName;
}

/** The id that a pick stands for; `prefix` makes one up where there is none. */
export function idOf<Kind extends Resource>(
  { from, n }: Pick,
  {
    model,
    who,
    resources,
    prefix,
  }: {
    readonly model: Model;
    readonly who: AccountName;
    readonly resources: ReadonlyMap<string, Kind>;
    readonly prefix: string;
  },
  fits: (resource: Kind) => boolean = () => true,
): string {
  const owned = allOwn(resources, who);
  const fit = from === 'fit' ? owned.filter(fits) : [];
  if (from === 'fit' && fit.length === 0) model.misses += 1;
  const known = fit.length > 0 ? fit : from === 'absent' ? [] : owned;
  const ids = known.map(({ id }) => id);
  if (ids.length === 0) {
    const foreign = [...resources.values()].filter(({ owner }) => owner !== who).map(({ id }) => id);
    ids.push(`${prefix}-bp1none`, ...foreign, ...model.gone.filter((id) => id.startsWith(`${prefix}-`)));
  }
  return ids[n % ids.length]!;
}
