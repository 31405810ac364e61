import { type ClientSettings, keyVariables, protocolOf, trust } from '../settings.ts';

/** Terway, and the cloud controller manager and the CSI driver, which read the same variables. */
export const terway: ClientSettings = {
  variables: (settings) => ({
    ...keyVariables(settings),
    ECS_ENDPOINT: settings.endpoint,
    VPC_ENDPOINT: settings.endpoint,
    ALICLOUD_CLIENT_SCHEME: protocolOf(settings).toUpperCase(),
    ...trust(settings, 'SSL_CERT_FILE'),
  }),

  /** The environment of a container. */
  text(settings) {
    const entries = Object.entries(this.variables(settings));
    return `env:\n${entries.map(([name, value]) => `  - name: ${name}\n    value: ${JSON.stringify(value)}\n`).join('')}`;
  },
};
