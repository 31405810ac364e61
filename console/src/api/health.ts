/** Answer of `GET /health`. */
export interface Health {
  readonly status: string;
  readonly version: string;
  /** Where the state is: `sqlite` or `postgresql`. */
  readonly engine: string;
  /** The profile of delayed changes: `instant`, `realistic` or `manual`. */
  readonly transitions: string;
  readonly uptimeMs: number;
}
