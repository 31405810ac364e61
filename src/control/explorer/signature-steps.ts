/** How a call is signed, step by step, and the request that comes of it. */
export interface SignedRequest {
  readonly canonicalQuery: string;
  /** Of V3 only. */
  readonly canonicalRequest?: string;
  readonly stringToSign: string;
  /** What the string is signed with: V1 appends `&` to the secret. */
  readonly signingKey: string;
  readonly signature: string;
  readonly request: {
    readonly method: 'GET' | 'POST';
    /** With the query. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}
