/** Something that a test left behind, as `GET /leaks` lists it. */
export interface Leak {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly status?: string;
  readonly ageMs: number;
  readonly createdAt: string;
  readonly tags: Readonly<Record<string, string>>;
  /** As long as it is remembered. */
  readonly createdBy?: { readonly requestId: string; readonly action?: string; readonly caller?: string };
}

export interface Leaks {
  readonly networkInterfaces: readonly Leak[];
  readonly others: readonly (Leak & { readonly type: string })[];
}
