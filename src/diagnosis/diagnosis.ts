import type { PendingChange, ResourceState } from '../requests/refusal/resource-state.ts';
import type { Step } from './step.ts';

/** What refused a request. */
export type Rule =
  | {
      readonly kind: 'policy';
      readonly action: string;
      readonly resource: string;
      readonly reason: 'ExplicitDeny' | 'ImplicitDeny';
      /** Which kind of policy it was missing in, or denied by. */
      readonly policyKind: string;
      /** The statement that denies. */
      readonly statement?: {
        readonly policyName: string;
        readonly policyType?: string;
        readonly policyVersion?: string;
        readonly attachedTo?: string;
        /** Counted from 0. */
        readonly index: number;
        /** As the policy has it. */
        readonly text?: unknown;
      };
      /** What was there to be compared by conditions. */
      readonly conditions: Readonly<Record<string, string>>;
      readonly policiesInForce: readonly {
        readonly policyName: string;
        readonly policyType: string;
        readonly attachedTo?: string;
      }[];
    }
  | {
      readonly kind: 'signature';
      readonly algorithm: string;
      readonly expected: { readonly canonicalRequest?: string; readonly stringToSign: string };
      readonly received: {
        readonly method: string;
        readonly signedHeaders: readonly string[];
        readonly parameters: Readonly<Record<string, string>>;
      };
      readonly signedWithBuiltInSecret: boolean;
    }
  | {
      readonly kind: 'state';
      readonly resourceId: string;
      readonly resourceType: string;
      readonly status: string;
      readonly permitted: readonly string[];
    }
  | {
      readonly kind: 'quota';
      readonly name: string;
      readonly region: string;
      readonly limit: number;
      readonly used?: number;
    }
  | {
      readonly kind: 'absence';
      readonly resourceId: string;
      readonly foundIn?: { readonly account: string; readonly region: string };
    }
  | { readonly kind: 'dependency'; readonly resourceId: string; readonly dependants: readonly string[] }
  | { readonly kind: 'parameter'; readonly name?: string }
  | { readonly kind: 'other' };

/** Why a request was refused, and what would make it succeed. */
export interface Diagnosis {
  readonly requestId: string;
  readonly product: string | undefined;
  readonly action: string | undefined;
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly cause: string;
  readonly wayOut: string;
  readonly rule: Rule;
  readonly parameters: Readonly<Record<string, string>>;
  readonly state: {
    /** `refusal` for what the operation saw; `now` where the request was refused before it looked. */
    readonly seen: 'refusal' | 'now';
    /** By the modelled clock, in milliseconds. */
    readonly atMs: number;
    readonly resources: readonly (Omit<ResourceState, 'pending'> & { readonly pending?: PendingChange | undefined })[];
  };
  readonly steps: readonly Step[];
}
