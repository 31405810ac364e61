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

/** The address of the troubleshooting page of an error, as Alibaba Cloud words it. */
export function troubleshootingUrl(code: string, product: string, requestId: string): string {
  return `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(code)}&product=${encodeURIComponent(product)}&requestId=${encodeURIComponent(requestId)}`;
}
