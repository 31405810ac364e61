import type { Parameters } from '../api/parameters.ts';
import type { Cloud } from '../api/use-cloud.ts';
import type { Filter, ResourceType } from './resource-type.ts';
import { type Row, rowsAt, textAt } from './row.ts';

/** What is looked for, by parameter; texts as people typed them. */
export type FilterValues = Readonly<Record<string, string>>;

/** A part of a list. */
export interface ListPage {
  readonly rows: readonly Row[];
  /** Of the whole list. */
  readonly total: number;
}

/** The most that RAM answers at once, and how many such pages are read. */
const maxItems = 100;
const maxMarkerPages = 20;

/** One page of a list, of those that the filters let through. Lists by markers come whole: they are short. */
export async function listPage(
  cloud: Cloud,
  { product, list, filters }: ResourceType,
  { values, page, pageSize }: { readonly values: FilterValues; readonly page: number; readonly pageSize: number },
  signal?: AbortSignal,
): Promise<ListPage> {
  const asked = { ...list.fixed, ...filterParameters(filters, values) };
  if (list.paging === 'marker') return wholeList(cloud, { product, list }, asked, signal);
  const paged = { ...asked, PageNumber: page, PageSize: pageSize };
  const body = await cloud.call<Row>(product, list.action, paged, signal);
  return { rows: rowsAt(body, list.rows), total: Number(body.TotalCount ?? 0) };
}

/** The one with an id; undefined when there is none. */
export async function findOne(
  cloud: Cloud,
  type: ResourceType,
  id: string,
  signal?: AbortSignal,
): Promise<Row | undefined> {
  const { product, list } = type;
  const { rows } =
    list.byId === undefined
      ? await wholeList(cloud, type, {}, signal)
      : { rows: rowsAt(await cloud.call(product, list.action, list.byId(id), signal), list.rows) };
  return rows.find((row) => textAt(row, type.id) === id);
}

/** Every page of a list, up to a number of rows. */
export async function listAll(
  cloud: Cloud,
  type: ResourceType,
  values: FilterValues,
  { pageSize, maxRows }: { readonly pageSize: number; readonly maxRows: number },
  signal?: AbortSignal,
): Promise<ListPage> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const part = await listPage(cloud, type, { values, page, pageSize }, signal);
    rows.push(...part.rows);
    const isWhole = part.rows.length < pageSize || rows.length >= part.total;
    if (isWhole || rows.length >= maxRows) return { rows: rows.slice(0, maxRows), total: part.total };
  }
}

async function wholeList(
  cloud: Cloud,
  { product, list }: Pick<ResourceType, 'product' | 'list'>,
  asked: Parameters,
  signal?: AbortSignal,
): Promise<ListPage> {
  const rows: Row[] = [];
  let marker = '';
  for (let page = 0; page < maxMarkerPages; page += 1) {
    const next = marker === '' ? {} : { Marker: marker };
    const body = await cloud.call<Row>(product, list.action, { ...asked, MaxItems: maxItems, ...next }, signal);
    rows.push(...rowsAt(body, list.rows));
    marker = textAt(body, 'Marker');
    if (body.IsTruncated !== true || marker === '') break;
  }
  return { rows, total: rows.length };
}

function filterParameters(filters: readonly Filter[], values: FilterValues): Parameters {
  return Object.fromEntries(
    filters.flatMap(({ parameter, as }) => {
      const text = values[parameter]?.trim() ?? '';
      return text === '' ? [] : [[parameter, filterValue(text, as)]];
    }),
  );
}

function filterValue(text: string, as: Filter['as']): unknown {
  const items = text.split(/[\s,]+/).filter((item) => item !== '');
  if (as === 'list') return items;
  if (as === 'json-list') return JSON.stringify(items);
  return as === 'yes-no' ? text === 'yes' : text;
}
