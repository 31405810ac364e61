/** What real clients were seen to do, by client: `docs/proven-by-clients.json`. */
export type ProvenByClients = Readonly<
  Record<string, { readonly operations?: readonly string[]; readonly codes?: readonly string[] }>
>;

/** The clients that carried an operation out with success. */
export function clientsOf(proven: ProvenByClients, product: string, action: string): readonly string[] {
  return Object.keys(proven).filter((client) => proven[client]?.operations?.includes(`${product}.${action}`));
}

/** The codes of an operation that at least one client was refused with. */
export function provenCodes(proven: ProvenByClients, product: string, action: string): ReadonlySet<string> {
  const prefix = `${product}.${action} `;
  const codes = Object.values(proven).flatMap(({ codes: list = [] }) => list);
  return new Set(codes.filter((code) => code.startsWith(prefix)).map((code) => code.slice(prefix.length)));
}
