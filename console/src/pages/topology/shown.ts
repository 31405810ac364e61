import { createContext, useContext } from 'react';
import { hrefOf } from '../../router/route.ts';

/** What the address of the page says: which VPC, and whose details are open. */
export interface Shown {
  /** Empty for all. */
  readonly vpcId: string;
  /** A type of resources and an id. */
  readonly details: { readonly type: string; readonly id: string } | undefined;
}

export const ShownContext = createContext<Shown>({ vpcId: '', details: undefined });

export function useShown(): Shown {
  return useContext(ShownContext);
}

export function shownOf(query: URLSearchParams): Shown {
  const [type = '', id = ''] = (query.get('show') ?? '').split('/');
  return { vpcId: query.get('vpc') ?? '', details: id === '' ? undefined : { type, id } };
}

/** The address of the page with the details of a resource open. */
export function showHref({ vpcId }: Pick<Shown, 'vpcId'>, type: string, id: string): string {
  return hrefOf('topology', [], { ...(vpcId === '' ? {} : { vpc: vpcId }), show: `${type}/${id}` });
}

/** The address of the page for one VPC, or for all, with no details. */
export function vpcHref(vpcId: string): string {
  return hrefOf('topology', [], vpcId === '' ? {} : { vpc: vpcId });
}
