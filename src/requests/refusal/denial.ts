import type { Exchange } from '../../gateway/exchange.ts';

/** A policy that was looked at when a call was denied. */
export interface PolicyInForce {
  readonly policyName: string;
  readonly policyType: 'System' | 'Custom' | 'Session';
  /** `RamUser`, `RamGroup` or `RamRole`; undefined for what no attachment gives. */
  readonly attachedTo: string | undefined;
}

/** Every policy that held for the caller of a request. */
export function policiesInForce({ identity }: Exchange): readonly PolicyInForce[] {
  return (identity?.access?.sets ?? []).flatMap(({ policies }) =>
    policies.map(({ policyName, policyType, attachment }) => ({
      policyName,
      policyType,
      attachedTo: attachment?.entityType,
    })),
  );
}
