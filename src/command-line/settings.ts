/** What a client has to know to use a server. */
export interface Settings {
  /** `host:port` without a scheme, as most clients take it. */
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly regionId: string;
  /** The file of the certificate authority to trust; with it clients speak https. */
  readonly caFile?: string | undefined;
}

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string>>;

/** How one kind of client is pointed at a server. */
export interface ClientSettings {
  /** What the client reads from its environment. */
  variables(settings: Settings): Variables;
  /** A file, a program or commands, ready to be used. */
  text(settings: Settings): string;
}

/** The products served, as their endpoints are named. */
export const products = ['ecs', 'vpc', 'ram', 'sts', 'resourcemanager', 'bssopenapi', 'location'] as const;

export function protocolOf({ caFile }: Settings): 'http' | 'https' {
  return caFile === undefined ? 'http' : 'https';
}

/** The key pair under the names that every official SDK and tool reads. */
export function keyVariables({ accessKeyId, accessKeySecret, regionId }: Settings): Variables {
  return {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_REGION_ID: regionId,
  };
}

/** The variable that names the certificate authority, where there is one to name. */
export function trust({ caFile }: Settings, ...names: readonly string[]): Variables {
  return caFile === undefined ? {} : Object.fromEntries(names.map((name) => [name, caFile]));
}
