import { type ClientSettings, products, protocolOf, type Settings, trust } from '../settings.ts';

/** The provider `aliyun/alicloud`. What it speaks is said in the block only: `protocol` has no environment variable. */
export const terraform: ClientSettings = {
  variables: (settings) => ({
    ALIBABA_CLOUD_ACCESS_KEY_ID: settings.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: settings.accessKeySecret,
    ALIBABA_CLOUD_REGION: settings.regionId,
    ALIBABA_CLOUD_ACCOUNT_TYPE: 'Domestic',
    ...Object.fromEntries(
      products.map((product) => [`ALIBABA_CLOUD_ENDPOINT_${product.toUpperCase()}`, settings.endpoint]),
    ),
    ...trust(settings, 'SSL_CERT_FILE'),
  }),

  text: (settings) => `provider "alicloud" {
  access_key   = ${hcl(settings.accessKeyId)}
  secret_key   = ${hcl(settings.accessKeySecret)}
  region       = ${hcl(settings.regionId)}
  protocol     = ${hcl(protocolOf(settings).toUpperCase())}
  account_type = "Domestic" # otherwise it is asked for at the start of every run
  endpoints {
${endpoints(settings)}  }
}
`,
};

function endpoints({ endpoint }: Settings): string {
  const width = Math.max(...products.map((product) => product.length));
  return products.map((product) => `    ${product.padEnd(width)} = ${hcl(endpoint)}\n`).join('');
}

/** A quoted template of HCL, in which nothing is interpolated. */
function hcl(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, (mark) => mark + mark);
}
