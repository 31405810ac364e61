import { type Row, rowsAt, textsAt } from '../row.ts';

/** One thing that is said of a resource. */
export interface Detail {
  /** Its members from the outside in, `VpcAttributes.VpcId`. */
  readonly path: string;
  readonly text: string;
}

/** Everything that a list tells of a resource; of lists in it, what any of their entries has. */
export function detailsOf(row: Row, path = ''): readonly Detail[] {
  const parts = path === '' ? [row] : rowsAt(row, path);
  const members = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  if (members.length > 0) {
    return members.flatMap((member) => detailsOf(row, path === '' ? member : `${path}.${member}`));
  }
  const texts = textsAt(row, path);
  return texts.length === 0 ? [] : [{ path, text: texts.join(', ') }];
}
