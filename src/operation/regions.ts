/** A region: its zones, and the three characters that ids made in it carry. */
export interface Region {
  readonly regionId: string;
  readonly localName: string;
  readonly idInfix: string;
  readonly zoneSuffixes: string;
}

const described = (regionId: string, localName: string, idInfix: string, zoneSuffixes: string): Region => ({
  regionId,
  localName,
  idInfix,
  zoneSuffixes,
});

/** Infixes of the first four are documented; the others follow the same practice (docs/limits.md). */
export const regions: readonly Region[] = [
  described('cn-qingdao', 'China (Qingdao)', 'm5e', 'bc'),
  described('cn-beijing', 'China (Beijing)', '2ze', 'fghijkl'),
  described('cn-zhangjiakou', 'China (Zhangjiakou)', '8vb', 'abc'),
  described('cn-huhehaote', 'China (Hohhot)', 'hp3', 'ab'),
  described('cn-hangzhou', 'China (Hangzhou)', 'bp1', 'bghijk'),
  described('cn-shanghai', 'China (Shanghai)', 'uf6', 'befglmn'),
  described('cn-shenzhen', 'China (Shenzhen)', 'wz9', 'cdef'),
  described('cn-hongkong', 'China (Hong Kong)', 'j6c', 'bcd'),
  described('ap-southeast-1', 'Singapore', 't4n', 'abc'),
  described('ap-northeast-1', 'Japan (Tokyo)', '6we', 'abc'),
  described('us-west-1', 'US (Silicon Valley)', 'rj9', 'ab'),
  described('us-east-1', 'US (Virginia)', '0xi', 'ab'),
  described('eu-central-1', 'Germany (Frankfurt)', 'gw8', 'abc'),
];

const byId = new Map(regions.map((region) => [region.regionId, region]));

/** The region of requests that name none and whose endpoint names none. */
export const defaultRegionId = 'cn-hangzhou';

export function findRegion(regionId: string): Region | undefined {
  return byId.get(regionId);
}

/** The region's zones, for example `cn-hangzhou-h`; zones outside China carry no dash before the letter. */
export function zonesOf(region: Region): readonly string[] {
  const separator = region.regionId.startsWith('cn-') ? '-' : '';
  return [...region.zoneSuffixes].map((suffix) => `${region.regionId}${separator}${suffix}`);
}

/** The name of a zone: `China (Hangzhou)` has the zone `Hangzhou Zone H`. */
export function zoneNameOf({ localName }: Region, zoneId: string): string {
  const place = /\((.+)\)/.exec(localName)?.[1] ?? localName;
  return `${place} Zone ${zoneId.slice(-1).toUpperCase()}`;
}
