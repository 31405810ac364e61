import type { Product } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';

/** Where a client sends its calls, and as whom. */
export interface Target {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** The certificate authority to trust, as PEM; with it the client speaks https. */
  readonly ca?: string;
}

/** A refused call as the client hands it to its user. */
export interface ExposedRefusal {
  readonly code: string;
  readonly status: number;
  /** The message of the server, taken out of what the client says around it. */
  readonly message: string;
  readonly requestId: string;
}

/** The clients give up after 3 seconds unless told otherwise, which fifty calls at once may take on a busy machine. */
export const timeoutMs = 20_000;

/** One official client, through the little that the scenarios need of it. Names are those of the wire. */
export interface OfficialClient {
  /** The body as the client decodes it. */
  call(product: Product, action: string, parameters: Readonly<Record<string, unknown>>): Promise<Body>;
}

/** A way in which an official client talks to the service. */
export interface ClientKind {
  readonly name: string;
  /** Products and operations that it does not have: `Sts`, `Ecs.EnableNetworkInterfaceQoS`. */
  readonly lacks?: readonly string[];
  /** Codes of the service that it hands to its user under another name. */
  readonly renamedCodes?: Readonly<Record<string, string>>;
  connect(target: Target): OfficialClient;
  /** Reads an error that the client threw; anything but a refusal of the server is thrown on. */
  exposed(error: unknown): ExposedRefusal;
}

/** What a call was refused with. */
export async function refusalOf(kind: ClientKind, call: Promise<unknown>): Promise<ExposedRefusal> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    return kind.exposed(error);
  }
  throw new Error(`the call was not refused but answered ${JSON.stringify(answer)}`);
}
