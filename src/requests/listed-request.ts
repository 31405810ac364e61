/** A request as the control API lists it. */
export interface ListedRequest {
  readonly requestId: string;
  /** The wall clock when it arrived, ISO 8601. */
  readonly at: string;
  readonly durationMs: number;
  readonly account?: string;
  /** The ARN of who called. */
  readonly caller?: string;
  readonly accessKeyId?: string;
  readonly product?: string;
  readonly version?: string;
  readonly action?: string;
  readonly region?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Of HTTP; not there for what was not read as far as that. */
  readonly method?: string;
  readonly scheme?: string;
  readonly format: string;
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  /** The ids that the request names or that its answer has. */
  readonly resources: readonly string[];
  readonly client: { readonly userAgent?: string; readonly address?: string };
}

/** One request with its answer. */
export interface WholeRequest extends ListedRequest {
  readonly responseBody: string;
}
