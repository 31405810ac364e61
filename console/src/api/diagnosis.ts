import type { Step } from '../../../src/diagnosis/step.ts';

export interface ResourceState {
  readonly type: string;
  readonly id: string;
  readonly missing: boolean;
  readonly members: Readonly<Record<string, string | number | null>>;
  /** A delayed change on its way. */
  readonly pending?: { readonly kind: string; readonly dueAt?: string };
  readonly related: Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;
}

/** Why a request was refused, as `GET /requests/{requestId}/diagnosis` answers it. */
export interface Diagnosis {
  readonly requestId: string;
  readonly product?: string;
  readonly action?: string;
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly cause: string;
  readonly wayOut: string;
  readonly rule: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly parameters: Readonly<Record<string, string>>;
  readonly state: {
    readonly seen: 'refusal' | 'now';
    readonly at: string;
    readonly resources: readonly ResourceState[];
  };
  readonly steps: readonly Step[];
}
