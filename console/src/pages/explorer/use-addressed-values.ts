import { useEffect, useRef, useState } from 'react';
import type { DescribedOperation } from '../../api/operations.ts';
import { flatValues, nestedValues, type Values } from '../../parameters/values.ts';
import { hrefOf } from '../../router/route.ts';
import { navigate } from '../../router/use-route.ts';
import { withoutCaller } from '../../settings/addressed-caller.ts';

/**
 * The parameters of an operation as they are filled in. They begin with what the address says, follow it when somebody
 * opens another address, and are written into it, so that it can be handed on.
 */
export function useAddressedValues(
  { product, action, parameters }: DescribedOperation,
  query: URLSearchParams,
): readonly [values: Values, change: (values: Values) => void] {
  const [values, setValues] = useState(() => nestedValues(parameters, query));
  const addressed = query.toString();
  const written = useRef(addressed);

  useEffect(() => {
    if (addressed === written.current) return;
    written.current = addressed;
    setValues(nestedValues(parameters, new URLSearchParams(addressed)));
  }, [addressed, parameters]);

  const change = (next: Values): void => {
    setValues(next);
    // Names that addresses give another meaning can only be sent.
    const flat = withoutCaller(new URLSearchParams(flatValues(parameters, next)));
    written.current = flat.toString();
    navigate(hrefOf('explorer', [product, action], flat), { replace: true });
  };
  return [values, change];
}
