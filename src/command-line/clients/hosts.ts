import { type ClientSettings, trust } from '../settings.ts';

/** Names that no region is in. */
const central = ['ecs', 'vpc', 'ram', 'sts', 'resourcemanager', 'business', 'location', 'location-readonly'];
const regional = (regionId: string) => [
  `ecs.${regionId}`,
  `ecs-${regionId}`,
  `vpc.${regionId}`,
  `sts.${regionId}`,
  `business.${regionId}`,
];

/**
 * For clients that take no endpoint: lines of a hosts file, under which they find the server by the names that they
 * know. They speak https to the port that https has.
 */
export const hosts: ClientSettings = {
  variables: (settings) => trust(settings, 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'ALIBABA_CLOUD_CA_BUNDLE'),

  text({ endpoint, regionId }) {
    const address = endpoint.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    const names = [...central, ...regional(regionId)];
    return names.map((name) => `${address} ${name}.aliyuncs.com\n`).join('');
  },
};
