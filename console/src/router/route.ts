/** Where the console is: what follows `#` in the address, `#/explorer/Ecs/DeleteNetworkInterface?RegionId=..`. */
export interface Route {
  /** The name of the page, for example `explorer`; empty at the start. */
  readonly page: string;
  /** What follows it, decoded. */
  readonly places: readonly string[];
  readonly query: URLSearchParams;
}

/** Reads the part of an address that begins with `#`. */
export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const [page = '', ...places] = path.split('/').filter((part) => part !== '');
  return { page, places: places.map(decoded), query: new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)) };
}

/** The address of a place in the console, to be used as `href`. */
export function hrefOf(
  page: string,
  places: readonly string[] = [],
  query: Readonly<Record<string, string>> | URLSearchParams = {},
): string {
  const search = new URLSearchParams(query).toString();
  return `#/${[page, ...places].map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
