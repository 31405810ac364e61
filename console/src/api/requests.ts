/** One answered request, as `GET /requests` lists it. */
export interface ListedRequest {
  readonly requestId: string;
  readonly at: string;
  readonly durationMs: number;
  readonly account?: string;
  readonly caller?: string;
  readonly accessKeyId?: string;
  readonly product?: string;
  readonly version?: string;
  readonly action?: string;
  readonly region?: string;
  /** As sent, secrets masked. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly scheme?: string;
  readonly format: string;
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  readonly resources: readonly string[];
  readonly client: { readonly userAgent?: string; readonly address?: string };
}

export interface WholeRequest extends ListedRequest {
  readonly responseBody: string;
}

/** What to do next, in order. */
export type Step =
  | {
      readonly kind: 'call';
      readonly product: string;
      readonly action: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly why: string;
      /** Needs the key of the account itself. */
      readonly as?: 'root';
    }
  | {
      readonly kind: 'wait';
      readonly product: string;
      readonly action: string;
      readonly parameters: Readonly<Record<string, string>>;
      /** A status, or gone. */
      readonly until: string;
      readonly why: string;
    }
  | {
      readonly kind: 'control';
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      readonly path: string;
      readonly body: Readonly<Record<string, unknown>>;
      readonly why: string;
    }
  | { readonly kind: 'note'; readonly text: string };

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
