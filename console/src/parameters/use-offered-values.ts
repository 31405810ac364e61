import { useCallback, useState } from 'react';
import type { ProductName } from '../../../src/contracts/contract.ts';
import { type Cloud, useCloud } from '../api/use-cloud.ts';
import { knownValuesOf } from './known-values.ts';
import { type LiveSource, liveSourcesOf } from './live-sources.ts';

/** A value that a parameter can have, and what is behind it. */
export interface OfferedValue {
  readonly value: string;
  readonly label: string;
}

interface Offered {
  readonly values: readonly OfferedValue[];
  /** Looks again which values there are; call it when somebody is about to choose. */
  readonly look: () => void;
}

/** What a parameter can be filled with: known values, and ids of what the identity has in the region. */
export function useOfferedValues(product: ProductName, action: string, name: string): Offered {
  const cloud = useCloud();
  const known = knownValuesOf(product, action, name);
  const [live, setLive] = useState<readonly OfferedValue[]>([]);
  const look = useCallback(() => {
    if (known.length > 0) return;
    const found = liveSourcesOf(product, name).map((source) => valuesFrom(cloud, source));
    // What the identity may not see, or the server cannot tell, is not offered; anything can be typed.
    Promise.allSettled(found).then((settled) =>
      setLive(settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))),
    );
  }, [cloud, known, product, name]);
  return { values: known.length > 0 ? known.map((value) => ({ value, label: value })) : live, look };
}

async function valuesFrom(cloud: Cloud, source: LiveSource): Promise<readonly OfferedValue[]> {
  const { product, action, parameters, list, id, about } = source;
  const answer = await cloud.call<Readonly<Record<string, unknown>>>(product, action, parameters);
  const [outer, inner] = list;
  const items = membersOf(membersOf(answer)[outer])[inner];
  if (!Array.isArray(items)) return [];
  return items.map((item: unknown) => {
    const members = membersOf(item);
    const value = String(members[id] ?? '');
    const details = about.map((name) => String(members[name] ?? '')).filter((text) => text !== '');
    return { value, label: [value, ...details].join(' · ') };
  });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
