/** One error code of one product, as `GET /errors` lists it. */
export interface ErrorEntry {
  readonly code: string;
  /** `any` where any operation can be refused with it. */
  readonly product: string;
  /** Whether this server can answer it. */
  readonly answered: boolean;
  readonly status: number;
  readonly answers: readonly { readonly status: number; readonly message: string }[];
  readonly operations: readonly string[];
  readonly cause: string;
  readonly wayOut: string;
}

/** The same with what `GET /errors/{code}` adds. */
export interface WholeErrorEntry extends ErrorEntry {
  readonly unanswered: readonly { readonly operation: string; readonly reason: string }[];
}
