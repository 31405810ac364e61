import { Fragment, type ReactNode } from 'react';

/** A name of several parts, to be broken at its dots where it is too long for its place. */
export function Breakable({ name }: { readonly name: string }): ReactNode {
  const [first, ...rest] = name.split('.');
  return [
    first,
    ...rest.map((part, depth) => (
      <Fragment key={rest.slice(0, depth + 1).join('.')}>
        <wbr />.{part}
      </Fragment>
    )),
  ];
}
