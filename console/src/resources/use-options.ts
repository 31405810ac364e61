import { useCallback } from 'react';
import { type Cloud, useCloud } from '../api/use-cloud.ts';
import { useLoaded } from '../hooks/use-loaded.ts';
import { listPage } from './list.ts';
import { rowsAt, textAt } from './row.ts';
import { resourceTypeOf } from './types/index.ts';

/** What can be chosen where an id is asked for. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The ids of a type that are there now; none while they are on their way, or cannot be listed. */
export function useOptions(of: string | undefined): readonly Option[] {
  const cloud = useCloud();
  const load = useCallback((signal: AbortSignal) => optionsOf(cloud, of, signal), [cloud, of]);
  return useLoaded(load).value ?? [];
}

async function optionsOf(cloud: Cloud, of: string | undefined, signal: AbortSignal): Promise<readonly Option[]> {
  if (of === 'zones') {
    const zones = rowsAt(await cloud.call('Ecs', 'DescribeZones', {}, signal), 'Zones.Zone');
    return zones.map((zone) => ({ value: textAt(zone, 'ZoneId'), label: textAt(zone, 'ZoneId') }));
  }
  if (of === 'images') {
    const body = await cloud.call('Ecs', 'DescribeImages', { PageSize: 100 }, signal);
    return rowsAt(body, 'Images.Image').map((image) => named(textAt(image, 'ImageId'), textAt(image, 'OSNameEn')));
  }
  const type = resourceTypeOf(of);
  if (type === undefined) return [];
  const { rows } = await listPage(cloud, type, { values: {}, page: 1, pageSize: 50 }, signal);
  return rows.map((row) => named(textAt(row, type.id), type.label === undefined ? '' : textAt(row, type.label)));
}

function named(value: string, name: string): Option {
  return { value, label: name === '' ? value : `${value} (${name})` };
}
