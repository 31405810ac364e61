/** One resource as a list of the API has it. */
export type Row = Readonly<Record<string, unknown>>;

/** What stands at a path of members, `VpcId` or `PrivateIpSets.PrivateIpSet.PrivateIpAddress`; of lists, of each entry. */
export function valuesAt(row: unknown, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>(
    (found, member) =>
      found.flatMap((value) => {
        const inner = isRow(value) ? value[member] : undefined;
        if (inner === undefined || inner === null) return [];
        return Array.isArray(inner) ? inner : [inner];
      }),
    [row],
  );
}

/** The same as texts, without what is empty. */
export function textsAt(row: unknown, path: string): readonly string[] {
  return valuesAt(row, path)
    .filter((value) => !isRow(value))
    .map(String)
    .filter((text) => text !== '');
}

/** The first of them; empty when there is none. */
export function textAt(row: unknown, path: string): string {
  return textsAt(row, path)[0] ?? '';
}

export function rowsAt(row: unknown, path: string): readonly Row[] {
  return valuesAt(row, path).filter(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
