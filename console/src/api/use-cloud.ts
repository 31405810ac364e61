import { useMemo } from 'react';
import type { ProductName } from '../../../src/contracts/contract.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { cloudBody } from './cloud.ts';
import { useControl } from './control-context.tsx';
import type { Parameters } from './parameters.ts';

/** Calls as the identity and in the region that the header shows. */
export interface Cloud {
  /** The body of a call that is to succeed; `RegionId` is added. @throws ApiError, ControlError */
  readonly call: <T>(product: ProductName, action: string, parameters?: Parameters, signal?: AbortSignal) => Promise<T>;
}

/** The same object as long as identity and region stay, so it can be a dependency of `useCallback`. */
export function useCloud(): Cloud {
  const control = useControl();
  const { identity, regionId } = useSettings().settings;
  return useMemo(
    () => ({
      call: (product, action, parameters = {}, signal) =>
        cloudBody(
          control,
          { product, action, parameters: { RegionId: regionId, ...parameters }, key: identity },
          signal,
        ),
    }),
    [control, identity, regionId],
  );
}
