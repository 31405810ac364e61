/** What an error body says, in either format. */
export interface ErrorBody {
  readonly requestId: string;
  /** The host the request was sent to. */
  readonly hostId: string;
  /** Never empty: clients take a body without a code for a success. */
  readonly code: string;
  readonly message: string;
  /** A page about the error. */
  readonly recommend: string;
  /** Why RAM denied the request, for clients that show it. */
  readonly accessDeniedDetail?: Readonly<Record<string, unknown>> | undefined;
}

/** What the page of an error is found by. */
export interface ErrorPage {
  readonly code: string;
  /** ECS stands in where nothing says which product was meant. */
  readonly product?: string | undefined;
  readonly requestId: string;
}

/**
 * The address of the page that says what this very request was refused for: code, product and request, as clients expect
 * them in the query of a recommendation, and the place in the console.
 * @param origin where this server is found, `http://127.0.0.1:20140`
 */
export function errorPage(origin: string, { code, product = 'Ecs', requestId }: ErrorPage): string {
  const [q, id] = [encodeURIComponent(code), encodeURIComponent(requestId)];
  return `${origin}/_localyun/?q=${q}&product=${encodeURIComponent(product)}&requestId=${id}#/requests/${id}`;
}
